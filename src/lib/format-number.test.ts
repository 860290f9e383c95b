import { expect, it } from 'vitest'

import { formatCount, formatNumber, numberOrUnknown } from './format-number.ts'

it('writes numbers as the platform does in English', () => {
  const platform = new Intl.NumberFormat('en')
  for (const value of [0, 1, 999, 1000, 12_345, 1_234_567, -1, -1000, 1.25, -1234.5])
    expect(formatNumber(value)).toBe(platform.format(value))
})

it('tells none from unknown', () => {
  expect(numberOrUnknown(0)).toBe('0')
  expect(numberOrUnknown(undefined)).not.toMatch(/\d|undefined/)
})

it('counts in the singular only for one', () => {
  expect([0, 1, -1, 2, 1000].map((count) => formatCount(count, 'day'))).toEqual([
    '0 days',
    '1 day',
    '-1 day',
    '2 days',
    '1,000 days',
  ])
})
