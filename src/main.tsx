import { QueryClientProvider } from '@tanstack/react-query'
import { startTransition, StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'

import { readAccess } from './api/access.ts'
import { createApi } from './api/client.ts'
import { fetchAtDesk } from './api/desk.ts'
import { projectList } from './api/project.ts'
import { ApiContext } from './api/use-api.ts'
import { DemoContext } from './app/demo.ts'
import { createQueryClient } from './app/query-client.ts'
import { createRoutes } from './app/routes.tsx'
import { createSession } from './app/session.ts'
import { watchImports } from './lib/lost-code.ts'
import './app/theme.css'

watchImports()

// The demo's mock is a chunk of its own and loads beside the first page's code.
const demo = __DEMO__ ? import('../mocks/in-page.ts').then(({ startDemoApi }) => startDemoApi()) : undefined

const access = readAccess(document.head)
const session = createSession(access, access.holder === 'sign-in' ? new BroadcastChannel('session') : undefined)
const api = createApi({
  fetch: demo
    ? async (request) => (await demo).fetch(request)
    : session.holder === 'desk'
      ? fetchAtDesk
      : (request) => fetch(request),
  token: session.token,
})
const queryClient = createQueryClient(api, session)
/** public/supported.js has asked; where it isn't, the page says so already. */
const isSupported = !('unsupported' in document.documentElement.dataset)
// The switcher is on every page.
if (isSupported && !session.signedOut()) void queryClient.prefetchQuery(projectList(api))
const start = () => {
  const router = createBrowserRouter(createRoutes({ api, queryClient }, session))
  const app = <RouterProvider router={router} flushSync={(paint) => void flushSync(paint)} />
  setTimeout(() => {
    const root = document.querySelector('#root')
    if (!root) throw new Error('index.html has no #root')
    // In slices, between which the browser paints and listens.
    startTransition(() => {
      createRoot(root).render(
        <StrictMode>
          <QueryClientProvider client={queryClient}>
            <ApiContext value={api}>{demo ? <DemoContext value={demo}>{app}</DemoContext> : app}</ApiContext>
          </QueryClientProvider>
        </StrictMode>,
      )
    })
  })
}

// Reading this file has taken long enough, and so has asking for the first page's files: each is a task of its own.
if (isSupported) setTimeout(start)
