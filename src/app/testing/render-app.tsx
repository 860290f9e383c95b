import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { render } from 'vitest-browser-react'

import { createMockApi, type MockApiOptions } from '../../../mocks/api.ts'
import type { Access } from '../../api/access.ts'
import { createApi } from '../../api/client.ts'
import { ApiContext } from '../../api/use-api.ts'
import { createQueryClient } from '../query-client.ts'
import { createRoutes } from '../routes.tsx'
import { createSession } from '../session.ts'

/** The date in all component tests. */
export const TODAY = new Date('2026-11-23T12:00:00Z')

interface RenderOptions extends MockApiOptions {
  /** Who holds the token; the demo by default. */
  readonly access?: Access
  /** The other tabs of the browser; none by default. */
  readonly tabs?: Parameters<typeof createSession>[1]
  /**
   * What becomes of an answer's JSON on its way, or a promise of it; `path` has its search. Answers that are no JSON must
   * not come.
   */
  readonly tamper?: (path: string, body: unknown) => unknown
}

/**
 * The whole app at a URL, with its own mock API: everything except the server.
 * The API client's waits between tries are skipped.
 */
export const renderApp = async (url: string, { access, tabs, tamper, ...options }: RenderOptions = {}) => {
  const session = createSession(access, tabs)
  const mock = createMockApi({ clock: () => TODAY, ...options })
  const requests: string[] = []
  const deletions: string[] = []
  const api = createApi({
    fetch: async (request) => {
      const { pathname, search } = new URL(request.url)
      requests.push(pathname)
      if (request.method === 'DELETE') deletions.push(pathname)
      const response = await mock.fetch(request)
      if (!tamper) return response
      return Response.json(await tamper(pathname + search, await response.json()), { status: response.status })
    },
    // With `npm run live`, the server adds it.
    token: access?.holder === 'desk' ? () => 'of-the-desk' : session.token,
    sleep: async () => undefined,
  })
  const queryClient = createQueryClient(api, session)
  const router = createMemoryRouter(createRoutes({ api, queryClient }, session), { initialEntries: [url] })
  await render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ApiContext value={api}>
          <RouterProvider router={router} flushSync={(paint) => void flushSync(paint)} />
        </ApiContext>
      </QueryClientProvider>
    </StrictMode>,
  )
  return {
    requests,
    /** Also those that were refused. */
    deletions,
    api,
    queryClient,
    session,
    backend: { api, queryClient },
    url: () => router.state.location.pathname + router.state.location.search,
  }
}
