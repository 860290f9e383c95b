/** Rate limits: how many requests an open tab sends in an hour, counted over everything on its page. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { ApiError } from '../api/errors.ts'
import { renderApp, TODAY } from './testing/render-app.tsx'

/** The real clock, which runs while the page's clock is stopped. */
const { setTimeout: setRealTimeout } = globalThis
const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setRealTimeout(resolve, milliseconds)
  })

/** Shortest refresh interval of these pages: an answer must arrive before the next request is due. */
const STEP_MS = 30_000
const HOUR_MS = 3_600_000

/** Waits until no request has been sent for a while. */
const untilQuiet = async (requests: readonly string[], quietMs: number) => {
  for (let before = -1; requests.length !== before;) {
    before = requests.length
    await pause(quietMs)
  }
}

const passTime = async (requests: readonly string[], milliseconds: number) => {
  for (let passed = 0; passed < milliseconds; passed += STEP_MS) {
    const before = requests.length
    await vi.advanceTimersByTimeAsync(STEP_MS)
    await pause(0)
    if (requests.length !== before) await untilQuiet(requests, 20)
  }
}

/** Waits until everything was requested once. */
const firstRead = async (requests: readonly string[]) => {
  await untilQuiet(requests, 200)
  for (let before = -1; requests.length !== before;) {
    before = requests.length
    await passTime(requests, STEP_MS)
  }
}

/** Opens a page, and counts its requests by path in the hour after its first read. */
const anHourOf = async (...[url, options]: Parameters<typeof renderApp>) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'], now: TODAY })
  const { requests } = await renderApp(url, options)
  while (page.getByRole('heading', { level: 1 }).elements().length === 0) await pause(50)
  await firstRead(requests)
  const first = requests.length
  await passTime(requests, HOUR_MS)
  return requests.slice(first)
}

afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['/services', 'default', 100],
  ['/services', 'many-projects', 100],
  ['/', 'default', 0],
  ['/certificates', 'default', 0],
] as const)(
  'an open tab of %s asks at most 300 times an hour, and goes on asking: %s',
  async (url, scenario, least) => {
    const asked = await anHourOf(url, { scenario })
    expect(asked.length).toBeLessThanOrEqual(300)
    expect(asked.length).toBeGreaterThanOrEqual(least)
  },
)

describe('a CA that failed', () => {
  const CA = '/v1/project/demo-shop/kms/ca'
  const noCa = (path: string, body: unknown) => (path === CA ? { certificate: 'none' } : body)
  const timesAsked = (requests: readonly string[]) => requests.filter((path) => path === CA).length

  it('is asked for again after some minutes, within 300 an hour', async () => {
    const asked = await anHourOf('/services', { tamper: noCa })
    expect(timesAsked(asked)).toBeGreaterThanOrEqual(6)
    expect(asked.length).toBeLessThanOrEqual(300)
  })

  it('is asked for again by Refresh', async () => {
    // Known already: the sidebar doesn't ask for CAs.
    sessionStorage.setItem('attention', JSON.stringify({ count: 0, at: Date.now() }))
    let isBroken = true
    const { requests } = await renderApp('/services', {
      tamper: (path, body) => (isBroken ? noCa(path, body) : body),
    })
    await expect.poll(() => timesAsked(requests), { timeout: 10_000 }).toBeGreaterThan(0)
    await untilQuiet(requests, 300)
    const before = timesAsked(requests)
    isBroken = false
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect.poll(() => timesAsked(requests), { timeout: 10_000 }).toBeGreaterThan(before)
  })
})

describe('the check whether the token itself is refused', () => {
  const refused = new ApiError('Forbidden', { kind: 'http', operation: 'ServiceList', status: 403 })

  /** A list that may be refused, and how often `/me` was requested. */
  const start = async () => {
    const { queryClient, requests } = await renderApp('/tls-requirements')
    await untilQuiet(requests, 200)
    return {
      ask: async (question: string, isRefused: boolean) => {
        const before = requests.length
        const queryFn = () => (isRefused ? Promise.reject(refused) : Promise.resolve(question))
        await queryClient.prefetchQuery({ queryKey: [question], queryFn })
        await untilQuiet(requests, 50)
        return requests.slice(before).filter((path) => path === '/v1/me').length
      },
    }
  }

  it('is made at once for a first refusal, and seldom for a repeated one', async () => {
    const { ask } = await start()
    expect(await ask('one', true)).toBe(1)
    expect(await ask('two', true)).toBe(1)
    expect(await ask('one', true)).toBe(0)
    vi.setSystemTime(TODAY.getTime() + 301_000)
    expect(await ask('one', true)).toBe(1)
    expect(await ask('one', true)).toBe(0)
    expect(await ask('one', false)).toBe(0)
    expect(await ask('one', true)).toBe(1)
  })
})
