import { expect, it } from 'vitest'

import { formatDuration } from './duration.ts'

it.each([
  [0, '0 ms'],
  [0.1234, '0.123 ms'],
  [1.8, '1.8 ms'],
  [999.4, '999 ms'],
  [1000, '1 s'],
  [45_000, '45 s'],
  [59_990, '60 s'],
  [125_000, '2 min 5 s'],
  [3_599_900, '1 h 0 min'],
  [11_040_000, '3 h 4 min'],
  [200_000_000, '2 d 7 h'],
])('%d ms is %s', (milliseconds, words) => {
  expect(formatDuration(milliseconds)).toBe(words)
})
