import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { linePath, nearestIndex, usualStep, valueScale } from './scale.ts'
import { timeTicks } from './time-ticks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe('an axis of values', () => {
  it.each([
    [0, 100, 1000, [0, 25, 50, 75, 100]],
    [0, 0, 1000, [0, 1]],
    [0, 1.1, 1000, [0, 0.5, 1, 1.5]],
    [0, 1e12, 1000, [0, 2.5e11, 5e11, 7.5e11, 1e12]],
    [-3, 5, 1000, [-4, -2, 0, 2, 4, 6]],
    [0, 1000 * 1024, 1024, [0, 250, 500, 750, 1000].map((value) => value * 1024)],
    [0, 3, 1024, [0, 1, 2, 3]],
  ] as const)('from %d to %d, by %d', (lowest, highest, base, ticks) => {
    expect(valueScale(lowest, highest, base).ticks).toEqual(ticks)
  })

  it('covers every value, with a few round ticks', () => {
    const value = fc.double({ min: -1e15, max: 1e15, noNaN: true })
    fc.assert(
      fc.property(value, value, fc.constantFrom(1000 as const, 1024 as const), (one, other, base) => {
        const [lowest, highest] = [Math.min(one, other), Math.max(one, other)]
        const { from, to, ticks } = valueScale(lowest, highest, base)
        const slack = 1e-6 * Math.max(Math.abs(from), to)
        expect(from).toBeLessThanOrEqual(Math.min(0, lowest) + slack)
        expect(to).toBeGreaterThanOrEqual(Math.max(0, highest) - slack)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(7)
      }),
    )
  })
})

describe('a line', () => {
  const X = { from: 0, to: 1000 }
  const Y = { from: 0, to: 100 }
  const path = (times: number[], values: (number | undefined)[]) => linePath({ times, values }, X, Y)

  it('breaks at missing values and missing times', () => {
    expect(path([0, 10, 20, 30, 40], [0, 50, undefined, 50, 100])).toBe('M0.0 100.00L10.0 50.00M30.0 50.00L40.0 0.00')
    expect(path([0, 10, 20, 50, 60], [0, 0, 0, 0, 0]).match(/M/g)).toHaveLength(2)
    expect(path([0, 10, 20, 40, 50], [0, 0, 0, 0, 0]).match(/M/g)).toHaveLength(2)
  })

  it('is a point for an isolated value', () => {
    expect(path([500], [50])).toBe('M500.0 50.00h0')
    expect(path([0, 10, 20], [undefined, 50, undefined])).toBe('M10.0 50.00h0')
    expect(path([], [])).toBe('')
    expect(path([0, 10], [undefined, undefined])).toBe('')
  })
})

describe('points', () => {
  it('are found by the nearest time', () => {
    const times = [0, 10, 20, 50]
    expect([-5, 4, 6, 34, 36, 99].map((time) => nearestIndex(times, time))).toEqual([0, 0, 1, 2, 3, 3])
    expect(nearestIndex(times, 34, 10)).toBeUndefined()
    expect(nearestIndex([], 34)).toBeUndefined()
    expect([usualStep(times), usualStep([1]), usualStep([])]).toEqual([10, undefined, undefined])
  })
})

describe('an axis of time', () => {
  const from = Date.UTC(2026, 10, 23, 11, 3)
  const labels = (length: number) => timeTicks(from, from + length, 'utc').map(({ label }) => label)

  it('has round times of the period', () => {
    expect(labels(HOUR)).toEqual(['11:10', '11:20', '11:30', '11:40', '11:50', '12:00'])
    expect(labels(DAY)).toEqual(['12:00', '16:00', '20:00', '00:00', '04:00', '08:00'])
    expect(labels(7 * DAY)).toEqual(['Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29', 'Mon 30'])
    expect(labels(30 * DAY)).toEqual(['28 Nov', '3 Dec', '8 Dec', '13 Dec', '18 Dec', '23 Dec'])
    expect(labels(365 * DAY)).toEqual(['Jan', 'Mar', 'May', 'Jul', 'Sep', 'Nov'])
    expect(labels(0)).toEqual([])
  })

  it('has round local times, also across a change to summer time', () => {
    const zone = process.env['TZ']
    try {
      for (const [name, day] of [
        ['Europe/Berlin', '2026-03-28T20:00:00Z'],
        ['Europe/Berlin', '2026-10-24T20:00:00Z'],
        ['America/St_Johns', '2026-03-07T20:00:00Z'],
        ['Asia/Kathmandu', '2026-03-28T20:00:00Z'],
      ] as const) {
        process.env['TZ'] = name
        const begin = Date.parse(day)
        const ticks = timeTicks(begin, begin + DAY, 'local')
        expect(ticks.length).toBeGreaterThanOrEqual(5)
        for (const { label } of ticks) expect(['00:00', '04:00', '08:00', '12:00', '16:00', '20:00']).toContain(label)
        for (const { label } of timeTicks(begin, begin + HOUR, 'local')) expect(label).toMatch(/0$/)
        for (const { at } of timeTicks(begin, begin + 7 * DAY, 'local'))
          expect([new Date(at).getHours(), new Date(at).getMinutes()]).toEqual([0, 0])
      }
    } finally {
      process.env['TZ'] = zone
    }
  })
})
