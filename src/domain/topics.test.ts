import { describe, expect, it } from 'vitest'

import { collidingTopic, groupLags, retentionSummary, retentionWords, topicNameProblem } from './topics.ts'

describe('names of topics', () => {
  it.each(['a', 'orders.created', '_schemas', 'A-1', 'x'.repeat(249), '...'])('%s is one', (name) => {
    expect(topicNameProblem(name)).toBeUndefined()
  })

  it.each(['', '.', '..', 'a b', 'a/b', 'größe', 'x'.repeat(250), 'a\u0000', ' a', '😀'])('%j is none', (name) => {
    expect(topicNameProblem(name)).toBeTypeOf('string')
  })

  it('two that differ in dots and underscores alone collide', () => {
    expect(collidingTopic('a_b', ['x', 'a.b'])).toBe('a.b')
    expect(collidingTopic('a.b', ['a.b'])).toBe('a.b')
    expect(collidingTopic('a-b', ['a.b'])).toBeUndefined()
  })
})

it.each([
  [-1, 'Unlimited'],
  [0, '0 hours'],
  [1, '1 hour'],
  [24, '24 hours'],
  [36, '36 hours'],
  [168, '7 days'],
  [175_200, '7,300 days'],
] as const)('%i hours: %s', (hours, words) => {
  expect(retentionWords(hours)).toBe(words)
})

it('what is kept: by time and by size', () => {
  expect(retentionSummary({ retention_hours: 24, retention_bytes: 53_687_091_200 })).toBe(
    '24 hours, at most 50 GiB a partition',
  )
  expect(retentionSummary({ retention_hours: -1, retention_bytes: -1 })).toBe('Unlimited')
  expect(retentionSummary({})).toBe('Unknown')
})

describe('lag', () => {
  const group = (group_name: string, offset: number | undefined) => ({ group_name, offset })

  it('is summed over partitions, the longest first, and never negative', () => {
    expect(
      groupLags([
        { latest_offset: 100, consumer_groups: [group('near', 99), group('far', 10)] },
        { latest_offset: 50, consumer_groups: [group('near', 60), group('far', 0)] },
      ]),
    ).toEqual([
      { group: 'far', lag: 140, partitions: 2 },
      { group: 'near', lag: 1, partitions: 2 },
    ])
  })

  it('is unknown where an offset is missing, and such a group is not hidden at the end', () => {
    expect(
      groupLags([
        { latest_offset: 100, consumer_groups: [group('a', 90), group('b', undefined)] },
        { latest_offset: undefined, consumer_groups: [group('b', 1)] },
      ]),
    ).toEqual([
      { group: 'b', lag: undefined, partitions: 2 },
      { group: 'a', lag: 10, partitions: 1 },
    ])
  })
})
