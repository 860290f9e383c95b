import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dayMonth, formatDay, monthYear, weekdayDay } from '../lib/date-format.ts'
import { formatCount, formatNumber } from '../lib/format-number.ts'
import { formatMoment, formatRelative, formatTime } from './relative-time.tsx'

const YEAR_MS = 365 * 86_400_000
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
// "1 year ago" rather than "last year", which 23 months ago often isn't.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
/** The platform's months have three letters, but for one. */
const short = (text: string) => text.replace('Sept', 'Sep')
const dayOfMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

describe('dates in words', () => {
  it('match the platform formatters', () => {
    const date = fc.date({ min: new Date('1950-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (any) => {
        expect(formatDay(any)).toBe(short(day.format(any)))
        expect(monthYear(any)).toBe(short(month.format(any)))
        expect(formatMoment(any)).toBe(short(moment.format(any)))
        expect(formatTime(any)).toBe(time.format(any))
        expect(dayMonth(any)).toBe(short(dayOfMonth.format(any)))
        expect(weekdayDay(any)).toBe(weekday.format(any))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['year', YEAR_MS],
    ['month', 30 * 86_400_000],
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const)('say how long ago in %ss', (unit, length) => {
    const now = new Date('2026-11-23T12:00:00Z')
    for (const count of [-23, -11, -2, -1, 1, 2, 11, 23]) {
      const then = new Date(now.getTime() + count * length)
      // 12 months are a year.
      if (unit === 'month' && Math.abs(count) > 12) continue
      if (unit === 'day' && Math.abs(count) > 29) continue
      expect(formatRelative(then, now)).toBe(relative.format(count, unit))
    }
    expect(formatRelative(now, now)).toBe('just now')
    expect(formatRelative(new Date(now.getTime() + 59_000), now)).toBe('in less than a minute')
  })

  it('whole numbers as well', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(formatNumber(value)).toBe(value.toLocaleString('en'))
      }),
    )
    expect([0, 1, -1, 2, 999, 1000].map((count) => formatCount(count, 'day'))).toEqual([
      '0 days',
      '1 day',
      '-1 day',
      '2 days',
      '999 days',
      '1,000 days',
    ])
  })
})
