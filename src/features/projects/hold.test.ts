import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createHold } from './hold.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the hold', () => {
  it('lets requests through until the API asks to wait, and again after that time', async () => {
    const hold = createHold()
    const { signal } = new AbortController()
    expect(await hold.passed(signal)).toBe(true)
    hold.wait(30_000)
    const passed: number[] = []
    const waiting = [1, 2].map(async (one) => {
      await hold.passed(signal)
      passed.push(one)
    })
    await vi.advanceTimersByTimeAsync(29_000)
    expect(passed).toEqual([])
    // Another answer asks for a longer wait: all requests wait that long.
    hold.wait(10_000)
    await vi.advanceTimersByTimeAsync(9000)
    expect(passed).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    await Promise.all(waiting)
    expect(passed).toEqual([1, 2])
  })

  it('ends with the page, and never lasts longer than ten minutes', async () => {
    const hold = createHold()
    const leaving = new AbortController()
    hold.wait(86_400_000)
    const left = hold.passed(leaving.signal)
    leaving.abort()
    expect(await left).toBe(false)
    const stays = hold.passed(new AbortController().signal)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(await stays).toBe(true)
  })
})
