/** What Troubleshoot says of a client's settings, against what that client did with them (`npm run prove`). */
import { expect, it } from 'vitest'

import { findConnections } from './connections.ts'
import recorded from './testing/matrix.json' with { type: 'json' }
import type { Verifies } from './verdicts/verdict.ts'

type Server = 'right' | 'rogue' | 'wrongHost' | 'expired' | 'withoutTls'
type Outcomes = Readonly<Record<Server, string>>

interface Row {
  readonly setting: string
  readonly text: string
  readonly outcomes: Outcomes
}

/** The compiler would make a type of every row. */
const file: unknown = recorded
const matrix = file as Readonly<Record<string, { version: string; rows: readonly Row[] }>>

/** By verdict, which servers get a login. Of the right one: with the project's CA in ca.pem, and no other trust. */
const REACHED: Partial<Record<Verifies, readonly (readonly Server[])[]>> = {
  full: [['right']],
  chain: [['right', 'wrongHost']],
  // The project's CA is none of the public ones.
  public: [[]],
  // What verifies nothing may go on without TLS as well: nothing else is claimed.
  none: [
    ['right', 'rogue', 'wrongHost', 'expired'],
    ['right', 'rogue', 'wrongHost', 'expired', 'withoutTls'],
    // Looks at the name, in a certificate that anybody can make.
    ['right', 'rogue', 'expired'],
    // Looks at the period, in a certificate that anybody can make.
    ['right', 'rogue', 'wrongHost'],
    ['right', 'rogue', 'wrongHost', 'withoutTls'],
    // Verifies the CA, but goes on without TLS where a server has none: so may an impostor.
    ['right', 'wrongHost', 'withoutTls'],
    ['right', 'withoutTls'],
    ['withoutTls'],
  ],
  plain: [['right', 'rogue', 'wrongHost', 'expired', 'withoutTls']],
  fails: [[]],
}

const reachedOf = (outcomes: Outcomes): readonly string[] =>
  Object.entries(outcomes).flatMap(([server, outcome]) => (outcome === 'refused' ? [] : [server]))

const ROWS = Object.entries(matrix).flatMap(([id, { version, rows }]) => rows.map((row) => ({ ...row, id, version })))

const NAMES_A_CA = /ca\.pem|truststore|keystoreurl/i

const agrees = (verifies: Verifies, text: string, outcomes: Outcomes): boolean => {
  // Where no CA is named, the public ones are trusted, which signed none of these servers, or what Java's own store holds.
  const allowed =
    verifies === 'chain' && !NAMES_A_CA.test(text)
      ? [...(REACHED.public ?? []), ...(REACHED.chain ?? [])]
      : REACHED[verifies]
  // "It depends" and "unknown" claim nothing.
  return allowed === undefined || allowed.some((servers) => String(servers) === String(reachedOf(outcomes)))
}

/** Every verdict on a text is one on its client, whatever it calls it. */
const judge = async ({ id, version, setting, text, outcomes }: (typeof ROWS)[number]) => {
  const found = await findConnections(text)
  return found
    .flatMap(({ drivers }) => drivers)
    .filter(({ verifies }) => !agrees(verifies, text, outcomes))
    .map(
      ({ driver, verifies }) =>
        `${id} ${version} “${setting}”: said ${verifies} of ${driver}; a login reached ${String(reachedOf(outcomes))}`,
    )
}

it('holds at least 12 settings a client, 300 rows in all, right and wrong', () => {
  for (const { rows } of Object.values(matrix)) {
    expect(rows.length).toBeGreaterThanOrEqual(12)
    expect(new Set(rows.map(({ setting }) => setting)).size).toBe(rows.length)
  }
  expect(ROWS.length * 5).toBeGreaterThanOrEqual(300)
  expect(ROWS.some(({ outcomes }) => outcomes.rogue === 'leaked')).toBe(true)
  expect(ROWS.some(({ outcomes }) => outcomes.right === 'connected' && outcomes.wrongHost === 'refused')).toBe(true)
})

it('is contradicted by no verdict', async () => {
  const contradictions = (await Promise.all(ROWS.map(judge))).flat()
  expect(contradictions).toEqual([])
})
