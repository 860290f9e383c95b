/** Finds everything in a text that says how a client connects, what that means, and a corrected text that verifies, where there is one. */
import { namedIn } from './documents/named-clients.ts'
import { applyEdits } from './documents/edit-entries.ts'
import type { ParsedDocument } from './documents/document.ts'
import { looksLikeCommand } from './documents/shells/command-document.ts'
import { isTooDeep } from './documents/code/nesting.ts'
import { readDocuments } from './documents/read-document.ts'
import { unwrap, type Segment } from './documents/wrapped.ts'
import { withoutOtherSites } from './servers/other-sites.ts'
import { maskPart, maskSecrets, secretRanges } from './mask/mask-secrets.ts'
import type { Range } from '../lib/ranges.ts'
import type { Finding } from './verdicts/finding.ts'
import { judgeDocument } from './verdicts/judge-document.ts'

/** A finding, and the whole text with it mended. */
export interface ConnectionCheck extends Omit<Finding, 'edits' | 'covers' | 'isTaken'> {
  /** The lines where it stands, secrets masked. */
  readonly shown: string
  /** Secrets and all: shown masked only. */
  readonly corrected: string | undefined
  /** The same with its secrets masked. */
  readonly correctedShown: string
}

/** A file of settings has a few; more would be a log. */
const MAX_FINDINGS = 10
/** Longer texts are judged; nobody reads a correction of that size. */
const LONGEST_CORRECTED = 8000
const LONGEST_SHOWN = 4000

/** A finding of a segment, with its places in the whole text. */
const outward = (finding: Finding, segment: Segment): Finding => {
  const edits = finding.edits?.map((edit) => segment.edit(edit)).filter((edit) => edit !== undefined)
  return {
    ...finding,
    range: segment.outward(finding.range),
    edits: edits?.length === finding.edits?.length ? edits : undefined,
  }
}

/** A file has few files in it; more would be a log. */
const MAX_INSIDE = 5

/** A connection of Airflow, as JSON. */
const isConnection = (value: string) => /^\s*\{[\s\S]*"conn_type"/.test(value)

/** Variables of a file, which the commands in it get as well. */
const OUTER = /PG(?:SSL|SERVICE|REQUIRESSL|SYSCONFDIR)|(?:^|\.)(?:env_file|envFrom)(?:\.|$)/

/**
 * Files that stand in another one as a value of several lines (a ConfigMap's), and connections as JSON. Told, and not
 * corrected.
 */
const judgeInside = async ({ container, literals, groups }: ParsedDocument): Promise<Finding[]> => {
  const holdsFiles = container === 'yaml' || container === 'json'
  const files = literals.filter(
    ({ literal: { value, range } }, index) =>
      literals.findIndex(({ literal }) => literal.range.start === range.start) === index &&
      (isConnection(value) ||
        (container === 'yaml' && looksLikeCommand(value) && !/^\s*(?:export|set|\$env)\b/.test(value)) ||
        (holdsFiles && /\S[^\n]*\n/.test(value) && !value.includes('-----BEGIN'))),
  )
  const findings: Finding[] = []
  const hasVariables = groups.some(
    ({ settings, holder }) => OUTER.test(holder) || settings.some(({ name }) => OUTER.test(name)),
  )
  const isSilent = ({ what, range }: Finding, text: string) =>
    what.endsWith(' command') && hasVariables && !/ssl/i.test(text.slice(range.start, range.end))
  for (const { literal } of files.slice(0, MAX_INSIDE))
    for (const inner of await readDocuments(literal.value))
      if (inner.container !== 'text')
        findings.push(
          ...judgeDocument(literal.value, inner)
            .filter((finding) => !isSilent(finding, literal.value))
            .map((finding) => ({
              ...finding,
              range: literal.range,
              edits: undefined,
            })),
        )
  return findings
}

const UNREAD: Finding = {
  what: 'Text',
  range: { start: 0, end: 1 },
  drivers: [],
  notes: ['Its brackets are nested too deep to be read: it’s not known which settings it has.'],
}

const judge = async (segments: readonly Segment[]) => {
  const findings: Finding[] = []
  const containers: string[] = []
  let errors = 0
  const said = namedIn(segments.map(({ text }) => text).join('\n'))
  for (const segment of segments) {
    for (const read of await readDocuments(segment.text)) {
      const document = { ...read, said }
      const own = [...judgeDocument(segment.text, document), ...(await judgeInside(document))]
      findings.push(...own.map((finding) => outward(finding, segment)))
      containers.push(`${document.container} ${document.language}`)
      errors += document.errors
    }
  }
  if (findings.length === 0 && segments.some(({ text }) => isTooDeep(text))) findings.push(UNREAD)
  return { findings: findings.slice(0, MAX_FINDINGS), errors, containers: containers.join() }
}

/** The corrected text, read and judged again: only one that still parses, and then verifies with every client that is told. */
const correct = async (
  text: string,
  finding: Finding,
  before: Awaited<ReturnType<typeof judge>>,
): Promise<string | undefined> => {
  const { edits, drivers, what } = finding
  if (!edits || edits.length === 0 || drivers.every(({ verifies }) => verifies === 'full')) return undefined
  const corrected = applyEdits(text, edits)
  if (corrected === undefined || corrected === text) return undefined
  const after = await judge(unwrap(withoutOtherSites(corrected)))
  if (
    after.containers !== before.containers ||
    after.errors > before.errors ||
    after.findings.length !== before.findings.length
  )
    return undefined
  const index = before.findings.indexOf(finding)
  const again = after.findings[index]
  const verifies =
    again?.what === what &&
    again.drivers.length === drivers.length &&
    again.drivers.every((driver) => driver.verifies === 'full')
  return verifies ? corrected : undefined
}

/** The whole lines of a range, as far as anybody reads them. */
const linesOf = (text: string, { start, end }: Range): Range => {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 500)
  const line = text.indexOf('\n', end)
  return { start: from, end: Math.min(line === -1 ? text.length : line, end + 500, from + LONGEST_SHOWN) }
}

/** @param text at most some ten thousand characters */
export const findConnections = async (text: string): Promise<ConnectionCheck[]> => {
  const segments = unwrap(withoutOtherSites(text))
  const judged = await judge(segments)
  const checks: ConnectionCheck[] = []
  const secrets = judged.findings.length > 0 ? secretRanges(text) : []
  for (const finding of judged.findings) {
    const { edits: _, covers: __, isTaken: ___, ...rest } = finding
    const corrected = text.length <= LONGEST_CORRECTED ? await correct(text, finding, judged) : undefined
    checks.push({
      ...rest,
      shown: maskPart(text, linesOf(text, finding.range), secrets),
      corrected,
      correctedShown: corrected === undefined ? '' : maskSecrets(corrected),
    })
  }
  return checks
}
