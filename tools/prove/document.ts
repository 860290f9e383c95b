/** Writes the tables of docs/proof.md from the records. A run replaces everything after the mark. */
import { readFileSync } from 'node:fs'

import { GUIDES } from '../../src/snippets/guides.ts'
import type { Proof } from '../../src/snippets/proof.ts'
import { trapWords } from '../../src/snippets/proof-runs.ts'
import { markdownTable } from '../markdown-table.ts'
import { writeFormatted } from '../write-formatted.ts'
import type { TrapRecord } from './collect.ts'

const DOCUMENT = 'docs/proof.md'
const MARK = '<!-- What follows is written by npm run prove. -->'

/** @param proofs by `guide/way` */
const guideRows = (proofs: Readonly<Record<string, Proof>>): string[][] =>
  GUIDES.map(({ id, name }) => {
    const own = Object.entries(proofs).filter(([key]) => key.startsWith(`${id}/`))
    const [, first] = own[0] ?? []
    if (!first) return [id, name, 'not run here', '', '', '']
    const outcomes = [...new Set(own.map(([, proof]) => Object.values(proof.outcomes).join(', ')))].join('; ')
    const ways = own.map(([key]) => key.slice(id.length + 1)).join(', ')
    return [id, name, `${first.client} ${first.version}`, ways, outcomes, first.date]
  })

const trapRows = (traps: readonly TrapRecord[]): string[][] =>
  traps.map((trap) => {
    const { configured, result } = trapWords(trap)
    return [`${trap.client} ${trap.version}`, configured, result, trap.date]
  })

const tablesOf = (proofs: Readonly<Record<string, Proof>>, traps: readonly TrapRecord[]): string => {
  const rows = guideRows(proofs)
  const run = rows.filter(([, , client]) => client !== 'not run here').length
  return `## Guides

${String(rows.length)} guides; ${String(run)} were run, in ${String(Object.keys(proofs).length)} ways to connect. Outcomes: right server, rogue CA, wrong host, expired.

${markdownTable(['Guide', 'Name', 'Client', 'Ways to connect', 'Outcomes', 'Day'], rows)}

## Traps

${String(traps.length)} settings that look safe and are not, or fail for no visible reason.

${markdownTable(['Client', 'Setting', 'What happened', 'Day'], trapRows(traps))}
`
}

/** Writes the tables, in the project's format. */
export const writeTables = async (
  proofs: Readonly<Record<string, Proof>>,
  traps: readonly TrapRecord[],
): Promise<void> => {
  const [before = ''] = readFileSync(DOCUMENT, 'utf8').split(MARK)
  const text = `${before.trimEnd()}\n\n${MARK}\n\n${tablesOf(proofs, traps)}`
  await writeFormatted(DOCUMENT, text)
}
