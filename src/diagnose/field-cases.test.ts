import { describe, expect, it } from 'vitest'

import { createPause } from '../lib/pause.ts'
import { findConnections } from './connections.ts'
import { explainErrors } from './messages/explain.ts'
import { readMaterial } from './material/read-material.ts'
import cases from './testing/connection-cases.json' with { type: 'json' }
import { MATERIAL_CASES, MESSAGE_CASES } from './testing/other-cases.ts'
import { plain } from './words.ts'

/** Texts from the field, and neighbours of each kind, with the right answer. */
interface FieldCase {
  readonly kind: string
  readonly text: string
  /** What a client makes of it, by the beginning of its name. Empty: nothing is said of any client. */
  readonly verdicts: Readonly<Record<string, string | undefined>>
  /** What the corrected text holds; null where none may be offered. */
  readonly corrected?: string | null
}

const CONNECTION_CASES: readonly FieldCase[] = cases

/** What nobody may take for an answer. */
const OPEN = new Set(['unknown', 'depends'])

const answer = async ({ text, verdicts, corrected }: FieldCase) => {
  const found = await findConnections(text)
  const said = found.flatMap(({ drivers }) => drivers.map(({ driver, verifies }) => [driver, verifies] as const))
  const expected = Object.entries(verdicts)
  const wrong = said.filter(([driver, verifies]) => {
    const right = expected.filter(
      ([name]) => driver === name || (driver.startsWith(name) && !Object.hasOwn(verdicts, driver)),
    )
    return !OPEN.has(verifies) && !right.some(([, wanted]) => wanted === verifies)
  })
  const missing = expected.filter(
    ([name, wanted]) => !said.some(([driver, verifies]) => driver.startsWith(name) && verifies === wanted),
  )
  const offered = found.map((one) => one.corrected).filter((one) => one !== undefined)
  const isCorrected =
    corrected === undefined ||
    (corrected === null ? offered.length === 0 : offered.some((one) => one.includes(corrected)))
  return {
    text,
    said,
    offered,
    result: wrong.length > 0 ? 'wrong' : missing.length === 0 && isCorrected ? 'right' : 'not known',
    missing,
    isCorrected,
  }
}

type Result = 'right' | 'not known' | 'wrong'

const answerMessage = ([kind, text, ...ids]: (typeof MESSAGE_CASES)[number]) => {
  const [first] = explainErrors(text)
  const isRight = first ? ids.includes(first.id) : ids.length === 0
  const result: Result = isRight ? 'right' : first ? 'wrong' : 'not known'
  return { kind, text, result, said: first?.id }
}

const answerMaterial = async ({ kind, name, text, count, whole }: (typeof MATERIAL_CASES)[number]) => {
  const bytes = new TextEncoder().encode(text)
  const reading = await readMaterial({ name: 'ca.pem', bytes, size: bytes.length }, undefined, createPause())
  const found = reading.certificates.length
  const isCalledWhole = reading.answers.some(({ words }) => plain(words) === 'The file is intact.')
  const isOffered = whole || reading.repaired !== undefined
  const isFalse = (isCalledWhole && !whole) || (found > 0 && found !== count)
  const isRight = found === count && isCalledWhole === whole && isOffered
  const result: Result = isFalse ? 'wrong' : isRight ? 'right' : 'not known'
  return { kind, text: name, result, said: `${String(found)} certificates` }
}

const answers = [
  ...(await Promise.all(CONNECTION_CASES.map(async (one) => ({ kind: one.kind, ...(await answer(one)) })))),
  ...MESSAGE_CASES.map((one) => answerMessage(one)),
  ...(await Promise.all(MATERIAL_CASES.map((one) => answerMaterial(one)))),
]
const having = (result: string) => answers.filter((one) => one.result === result)
const total = (result: string) => `${String(having(result).length)} ${result}`

describe(`cases from the field: ${total('right')}, ${total('not known')}, ${total('wrong')}`, () => {
  it('are answered rightly', () => {
    expect(having('wrong')).toEqual([])
    expect(having('not known').map(({ text }) => text)).toEqual([])
  })

  it('stand for every kind of text, each with two neighbours', () => {
    const kinds = Array.from({ length: 14 }, (_, index) => `K${String(index + 1)}`)
    const few = kinds.filter((kind) => answers.filter((one) => one.kind === kind).length < 3)
    expect(few).toEqual([])
  })
})

describe('connection strings and settings from the field', () => {
  it.each(CONNECTION_CASES.map((one) => [one.text, one] as const))(
    'no exception, and a correction that verifies: %s',
    async (_, one) => {
      for (const { corrected } of await findConnections(one.text)) {
        if (corrected === undefined) continue
        const again = await findConnections(corrected)
        expect(
          again.some(({ drivers }) => drivers.length > 0 && drivers.every(({ verifies }) => verifies === 'full')),
        ).toBe(true)
      }
    },
  )
})
