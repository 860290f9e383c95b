import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caExpiry, isRotationUpdate, needsAttention, oldestFirst, userExpiry } from './expiry.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const DAY = 86_400_000
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY)
const iso = (days: number) => inDays(days).toISOString()

describe("a service user's certificate", () => {
  it.each([
    [820, undefined, 'valid', 820],
    [90.01, undefined, 'valid', 90.01],
    [90, undefined, 'expiring', 90],
    [0.01, undefined, 'expiring', 0.01],
    [0, undefined, 'expired', 0],
    [-3, undefined, 'expired', -3],
    [783, 53, 'renewed', 53],
    [783, -1, 'renewed', -1],
    [-1, -30, 'expired', -1],
  ] as const)('%f days left, the old one %s: %s', (days, old, state, deadline) => {
    const user = {
      access_cert_not_valid_after_time: iso(days),
      expiring_cert_not_valid_after_time: old === undefined ? undefined : iso(old),
    }
    expect(userExpiry(user, NOW)).toEqual({ state, ends: inDays(days), deadline: inDays(deadline) })
    expect(needsAttention(state)).toBe(state !== 'valid')
  })

  it('is none where the API speaks of none', () => {
    expect(userExpiry({}, NOW)).toBeUndefined()
  })

  it.each(['', 'soon', '2026-02-31T00:00:00Z x', '0000', 'Infinity', '9'.repeat(10_000)])(
    'ends nobody knows when: %.20s',
    (time) => {
      expect(userExpiry({ access_cert_not_valid_after_time: time }, NOW)).toMatchObject({
        state: time === '0000' ? 'expired' : 'unknown',
      })
    },
  )

  it('whatever the API says, there is a state, and a deadline unless it is unknown', () => {
    const time = fc.option(
      fc.oneof(
        fc.string(),
        fc.date().map(String),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      { nil: undefined },
    )
    fc.assert(
      fc.property(time, time, (current, old) => {
        const expiry = userExpiry(
          { access_cert_not_valid_after_time: current, expiring_cert_not_valid_after_time: old },
          NOW,
        )
        if (!expiry) return current === undefined && old === undefined
        return (expiry.state === 'unknown') === (expiry.deadline === undefined)
      }),
    )
  })
})

describe("a project's CA", () => {
  const ca = (days: number) => ({ notBefore: inDays(days - 3650), notAfter: inDays(days) })

  it.each([
    [2760, false, 'valid'],
    [2760, true, 'rotation'],
    [60, false, 'expiring'],
    [60, true, 'rotation'],
    [-1, false, 'expired'],
    [-1, true, 'expired'],
  ] as const)('%i days left, replaced: %s is %s', (days, replaced, state) => {
    expect(caExpiry(ca(days), replaced, NOW)).toEqual({ state, ends: inDays(days), deadline: inDays(days) })
  })

  it('the oldest is the one in use, however the API orders them', () => {
    expect(oldestFirst([ca(3600), ca(60)])).toEqual([ca(60), ca(3600)])
  })

  it.each([
    ['Scheduled maintenance for TLS certificate update', true],
    ['scheduled maintenance for tls certificate UPDATE', true],
    ['TLS certificate rotation, second part', true],
    ['PostgreSQL 16.11', false],
    ['', false],
    [undefined, false],
  ])('maintenance %j: a step of a rotation: %s', (description, expected) => {
    expect(isRotationUpdate(description)).toBe(expected)
  })
})
