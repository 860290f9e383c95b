/** Reading many projects stays within the API's patience: a 429 stops all of it for as long as the API asks. */
import { QueryClient, QueryClientProvider, queryOptions } from '@tanstack/react-query'
import { expect, it } from 'vitest'
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
  // What was under way goes on; nothing is begun before the time is over.
  expect(asked.filter(({ at }) => at > began + 50 && at < began + WAIT - 50)).toEqual([])
  expect(asked.filter(({ project }) => project === 'c')).toHaveLength(2)
  expect(asked).toHaveLength(PROJECTS.length + 1)
  expect(most).toBeLessThanOrEqual(4)
})
