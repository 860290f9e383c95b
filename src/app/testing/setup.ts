/** Fails a test if its page writes to the console. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

import '../theme.css'
import { TODAY } from './render-app.tsx'

const spies = ['error', 'warn'] as const

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: TODAY })
  for (const method of spies) vi.spyOn(console, method)
  localStorage.clear()
  sessionStorage.clear()
})

afterEach(() => {
  vi.useRealTimers()
  for (const method of spies) {
    const { calls } = vi.mocked(console[method]).mock
    vi.mocked(console[method]).mockRestore()
    // oxlint-disable-next-line vitest/no-standalone-expect -- fails the test that has just run
    expect(calls, `console.${method} was called`).toEqual([])
  }
})
