import { expect, it } from 'vitest'

import { nextWindow } from './maintenance-window.ts'

// A Monday.
const NOW = new Date('2026-11-23T12:00:00Z')

it.each([
  ['monday', '12:00:01', '2026-11-23T12:00:01.000Z'],
  ['monday', '12:00:00', '2026-11-30T12:00:00.000Z'],
  ['monday', '04:00', '2026-11-30T04:00:00.000Z'],
  ['sunday', '23:59:59', '2026-11-29T23:59:59.000Z'],
  ['tuesday', '00:00:00', '2026-11-24T00:00:00.000Z'],
])('%s %s opens next at %s', (dow, time, expected) => {
  expect(nextWindow(dow, time, NOW)?.toISOString()).toBe(expected)
})

it.each([
  ['never', '04:00:00'],
  ['monday', '25:00:00'],
  ['monday', undefined],
  [undefined, '04:00:00'],
])('%s %s opens nobody knows when', (dow, time) => {
  expect(nextWindow(dow, time, NOW)).toBeUndefined()
})
