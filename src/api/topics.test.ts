import { describe, expect, it } from 'vitest'

import { isSettling } from './topics.ts'

describe('a topic that is read again soon', () => {
  it.each([
    ['CONFIGURING', true],
    ['DELETING', true],
    ['ACTIVE', false],
    ['', false],
  ])('%j: %s', (state, soon) => {
    expect(isSettling({ state })).toBe(soon)
  })
})
