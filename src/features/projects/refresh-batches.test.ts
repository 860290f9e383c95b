import { expect, it } from 'vitest'

import { nextSmallBatch, nextBatch, type ProjectTimes } from './refresh-batches.ts'

const HOUR = 3_600_000
const NOW = 10 * HOUR

const answered = (project: string, ago: number): ProjectTimes => ({ project, answeredAt: NOW - ago, failedAt: 0 })
const failed = (project: string, ago: number): ProjectTimes => ({
  project,
  answeredAt: NOW - HOUR,
  failedAt: NOW - ago,
})

it('asks those first that were asked longest ago', () => {
  expect(nextBatch([answered('a', 1), failed('b', 3), answered('c', 2)])).toEqual(['b', 'c', 'a'])
})

it.each([
  ['nothing while all answers hold', [answered('a', HOUR - 1)], []],
  ['what failed, however short ago', [answered('a', HOUR - 1), failed('b', 1)], ['b']],
  ['what is old', [answered('a', HOUR), answered('b', 1)], ['a']],
  [
    'a few of either, however many there are of the other',
    ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name, index) => [
      answered(name, HOUR + index),
      failed(name.toUpperCase(), index),
    ]),
    ['F', 'E', 'f', 'e'],
  ],
] as const)('where answers hold for an hour, asks %s', (_, asked, expected) => {
  expect(nextSmallBatch(asked, HOUR, NOW)).toEqual(expected)
})
