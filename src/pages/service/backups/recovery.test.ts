import { describe, expect, it } from 'vitest'

import { justBefore } from '../../../domain/wire-time.ts'
import { isWithin, placeBetween, recoveryRange } from './recovery.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const range = (start: string | undefined, end?: string) => recoveryRange({ recovery: { start, end } }, NOW)

describe('the range of point-in-time recovery', () => {
  it('reaches to now where the API names no end', () => {
    expect(range('2026-11-10T03:00:00Z')).toEqual({ start: new Date('2026-11-10T03:00:00Z'), end: NOW, open: true })
  })

  it('ends where the API says', () => {
    expect(range('2026-11-10T03:00:00Z', '2026-11-20T00:00:00Z')).toMatchObject({
      end: new Date('2026-11-20T00:00:00Z'),
      open: false,
    })
  })

  it.each([
    [undefined, undefined],
    ['soon', undefined],
    ['2026-11-10T03:00:00Z', 'late'],
    ['2026-11-24T00:00:00Z', undefined],
    ['2026-11-10T03:00:00Z', '2026-11-09T03:00:00Z'],
  ])('is none from %s to %s', (start, end) => {
    expect(range(start, end)).toBeUndefined()
  })

  it('is none where the service has no such thing', () => {
    expect(recoveryRange({ recovery: undefined }, NOW)).toBeUndefined()
  })

  it('holds its ends', () => {
    const held = recoveryRange({ recovery: { start: '2026-11-10T03:00:00Z' } }, NOW)
    expect(held && [held.start, held.end, new Date(NOW.getTime() + 1)].map((date) => isWithin(held, date))).toEqual([
      true,
      true,
      false,
    ])
  })
})

it.each([
  ['2026-11-23T10:00:00Z', '2026-11-23T09:59:59.000Z'],
  ['2026-11-23T10:00:00.500Z', '2026-11-23T10:00:00.000Z'],
  ['2026-11-23T10:00:00.001Z', '2026-11-23T10:00:00.000Z'],
])('just before %s is %s', (iso, before) => {
  expect(justBefore(iso).toISOString()).toBe(before)
})

it('places within, and never outside', () => {
  const from = new Date(0)
  const to = new Date(100)
  expect([-50, 0, 25, 100, 200].map((time) => placeBetween(from, to, new Date(time)))).toEqual([0, 0, 0.25, 1, 1])
  expect(placeBetween(from, from, to)).toBe(1)
})
