import { describe, expect, test } from 'vitest'

import type { Outcome, Proof } from '../../src/snippets/proof.ts'
import type { ProofResults, TrapRecord } from './collect.ts'
import { sampleOf } from './error-samples.ts'
import { brokenClaims, readClaims } from './records.ts'

const proof = (rogue: Outcome, version = '1.0', date = '2026-01-01'): Proof => ({
  client: 'psql',
  version,
  date,
  outcomes: { right: 'connected', rogue, wrongHost: 'refused', expired: 'refused' },
})

const trap = (outcome: Outcome): TrapRecord => ({
  id: 'a-trap',
  client: 'psql',
  version: '1.0',
  date: '2026-01-01',
  configured: '',
  against: 'rogue',
  outcome,
})

const seen = (what: Partial<ProofResults>): ProofResults => ({
  proofs: new Map(),
  traps: new Map(),
  samples: [],
  notRun: new Set(),
  problems: [],
  ...what,
})

const claims = { proofs: { 'psql/x': proof('refused') }, traps: [] }

describe('claims', () => {
  test('hold when the same was seen, in another version and on another day', () => {
    const collected = seen({ proofs: new Map([['psql/x', proof('refused', '2.0', '2027-01-01')]]) })
    expect(brokenClaims(claims, collected, true)).toEqual([])
  })

  test('are broken when a client leaks now', () => {
    const collected = seen({ proofs: new Map([['psql/x', proof('leaked')]]) })
    expect(brokenClaims(claims, collected, false)).toHaveLength(1)
  })

  test('are not checked if the client is missing, unless all must be', () => {
    const collected = seen({ notRun: new Set(['psql/x']) })
    expect(brokenClaims(claims, collected, false)).toEqual([])
    expect(brokenClaims(claims, collected, true)).toHaveLength(1)
  })

  test('of a guide that is gone are broken', () => {
    expect(brokenClaims(claims, seen({}), false)).toHaveLength(1)
  })

  test('that are not recorded yet are reported', () => {
    const collected = seen({
      proofs: new Map([
        ['psql/x', proof('refused')],
        ['psql/y', proof('refused')],
      ]),
    })
    expect(brokenClaims(claims, collected, false)).toEqual([expect.stringContaining('psql/y')])
  })

  test('of a trap are broken if it does no harm any more', () => {
    const collected = seen({ traps: new Map([['a-trap', trap('refused')]]) })
    expect(brokenClaims({ proofs: {}, traps: [trap('leaked')] }, collected, false)).toHaveLength(1)
  })

  test('in the project are of clients that connect to the right server and leak nothing', () => {
    for (const { outcomes } of Object.values(readClaims().proofs)) {
      expect(outcomes).toEqual({ right: 'connected', rogue: 'refused', wrongHost: 'refused', expired: 'refused' })
    }
    expect(readClaims().traps.some(({ outcome }) => outcome === 'leaked')).toBe(true)
  })
})

test('a sample of an error contains no data of the run', () => {
  const setup = { host: 'vm', login: { user: 'avnadmin', password: 'hush', database: 'defaultdb' } }
  const output = `%3|1795592173.388|FAIL| sasl_ssl://vm:38431/bootstrap: hush (after 37ms in state X)
    at Client.connect (/tmp/anchor-prove-x1/my files/connect.mjs:3:1)
connection to server at "vm" (127.0.0.1), port 43285 failed
`
  expect(sampleOf({ guide: 'g', client: 'c', version: '1', failure: 'expired' }, output, setup).message).toBe(
    `%3|1700000000.000|FAIL| sasl_ssl://service.a.example.com:20984/bootstrap: PASSWORD (after 10ms in state X)
connection to server at "service.a.example.com" (127.0.0.1), port 20984 failed`,
  )
})
