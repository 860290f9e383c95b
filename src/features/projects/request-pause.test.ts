import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { createPause } from './request-pause.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the pause', () => {
  it('lets requests through until the API asks to wait, and again after that time', async () => {
    const pause = createPause()
    const { signal } = new AbortController()
    expect(await pause.ended(signal)).toBe(true)
    pause.wait(30_000)
    const passed: number[] = []
    const waiting = [1, 2].map(async (one) => {
      await pause.ended(signal)
      passed.push(one)
    })
    await vi.advanceTimersByTimeAsync(29_000)
    expect(passed).toEqual([])
    // Another answer asks for a longer wait: all requests wait that long.
    pause.wait(10_000)
    await vi.advanceTimersByTimeAsync(9000)
    expect(passed).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    await Promise.all(waiting)
    expect(passed).toEqual([1, 2])
  })

  it('ends with the page, and never lasts longer than ten minutes', async () => {
    const pause = createPause()
    const leaving = new AbortController()
    pause.wait(86_400_000)
    const left = pause.ended(leaving.signal)
    leaving.abort()
    expect(await left).toBe(false)
    const stays = pause.ended(new AbortController().signal)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(await stays).toBe(true)
  })
})
