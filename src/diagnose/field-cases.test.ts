import { describe, expect, it } from 'vitest'

import { findConnections } from './connections.ts'
import cases from './testing/connection-cases.json' with { type: 'json' }

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

describe('connection strings and settings from the field', () => {
  it('never a wrong answer, and a right one to most', async () => {
    const answers = await Promise.all(CONNECTION_CASES.map((one) => answer(one)))
    const wrong = answers.filter(({ result }) => result === 'wrong')
    expect(wrong).toEqual([])
    const open = answers.filter(({ result }) => result === 'not known')
    expect(open.length).toBeLessThanOrEqual(answers.length * 0.2)
  })

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
