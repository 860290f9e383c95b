/** Reading many projects stays within the API's limits: a 429 pauses all requests for as long as the API asks. */
import { focusManager, QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { ApiError } from '../../api/errors.ts'
import { useEveryProject } from './use-every-project.ts'

const WAIT = 4500
const PROJECTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

it('is resumed after 429 when the API asks, with four requests at a time', async () => {
  const asked: { project: string; at: number }[] = []
  let atOnce = 0
  let most = 0
  let refusedAt: number | undefined
  const query = (project: string) =>
    queryOptions({
      queryKey: ['test', project] as readonly string[],
      retry: false,
      queryFn: async () => {
        asked.push({ project, at: Date.now() })
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => {
          setTimeout(resolve, 20)
        })
        atOnce--
        if (project === 'c' && refusedAt === undefined) {
          refusedAt = Date.now()
          throw new ApiError('Too many requests', {
            kind: 'http',
            operation: 'ServiceList',
            status: 429,
            retryAfter: WAIT,
          })
        }
        return project
      },
    })
  const Page = () => {
    const { answers, busy } = useEveryProject({ projects: PROJECTS, query })
    return <p>{busy ? 'busy' : answers.join('')}</p>
  }
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  )
  await expect.element(page.getByText('abcdefgh'), { timeout: 15_000 }).toBeVisible()
  const began = refusedAt ?? 0
  // Running requests go on; no new one starts before the time is over.
  expect(asked.filter(({ at }) => at > began + 50 && at < began + WAIT - 50)).toEqual([])
  expect(asked.filter(({ project }) => project === 'c')).toHaveLength(2)
  expect(asked).toHaveLength(PROJECTS.length + 1)
  expect(most).toBeLessThanOrEqual(4)
})

afterEach(() => {
  vi.useRealTimers()
  focusManager.setFocused(undefined)
})

it.each([6, 60, 400])('an open tab over %s projects asks at most 300 times an hour, four at a time', async (count) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
  const names = Array.from({ length: count }, (_, index) => `p${String(index)}`)
  const asked: string[] = []
  let atOnce = 0
  let most = 0
  const query = (project: string) =>
    queryOptions({
      queryKey: ['test', project] as readonly string[],
      queryFn: async () => {
        asked.push(project)
        most = Math.max(most, ++atOnce)
        await new Promise((resolve) => {
          setTimeout(resolve, 20)
        })
        atOnce--
        return project
      },
    })
  // The page would refresh every second if it could.
  const refreshAfter = () => 1000
  const Page = () => {
    const { busy } = useEveryProject({ projects: names, query, refreshAfter })
    return <p>{busy ? 'busy' : 'settled'}</p>
  }
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  )
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked).toHaveLength(count)
  expect(page.getByText('settled').elements()).toHaveLength(1)
  asked.length = 0
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked.length).toBeLessThanOrEqual(300)
  // In turn: no project is read twice while another one waits.
  expect(new Set(asked).size).toBe(Math.min(count, asked.length))
  expect(asked.length).toBeGreaterThan(100)
  expect(most).toBe(4)
  focusManager.setFocused(false)
  asked.length = 0
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(asked).toEqual([])
})
