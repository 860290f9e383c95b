import {
  redirect,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  type RouteObject,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'

import type { Backend } from '../api/use-api.ts'
import { NotFound } from '../features/problems/not-found.tsx'
import type { PageRoute } from '../features/routing/page-route.ts'
import { paths } from '../lib/paths.ts'
import { useTitle } from '../ui/use-title.ts'
import { PageSkeleton } from './page-skeleton.tsx'
import { PAGES } from './pages.ts'
import { RootLayout } from './root-layout.tsx'
import { RouteError } from './route-error.tsx'
import { useRefusal, useSignedOut, type Session } from './session.ts'

/** Changes within a page (filters, tabs) are only in the URL's search, and reload nothing. */
const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname !== nextUrl.pathname

const param = ({ params }: LoaderFunctionArgs, name: string): string => params[name] ?? ''

/** Common parts of every page's route. */
const page = { shouldRevalidate, hydrateFallbackElement: <PageSkeleton /> }

/**
 * All routes. Loaders start requests while the page's code is loading, and don't wait for them: pages show what is there.
 */
export const createRoutes = (backend: Backend, session: Session): RouteObject[] => {
  const toRoute = ({ path, title, page: component, loader, children }: PageRoute): RouteObject => ({
    path,
    ...page,
    lazy: {
      Component: async () => {
        const Page = await component()
        if (title === undefined) return Page
        return () => {
          useTitle(title)
          return <Page />
        }
      },
      // Present even without requests: without a loader, the router shows nothing if a page's code can't be loaded.
      loader: async () => {
        const load = await loader?.()
        return ({ params, request }: LoaderFunctionArgs) => {
          void load?.(backend, params, new URL(request.url).searchParams)
          return null
        }
      },
    },
    ...(children && { children: children.map(toRoute) }),
  })

  /** Runs before any loader: sends users who must sign in to the sign-in page, which leads them back. */
  const signedIn: MiddlewareFunction = ({ request }) => {
    if (!session.signedOut()) return
    const { pathname, search } = new URL(request.url)
    throw redirect(paths.signIn(session.signOutReason() ? undefined : pathname + search))
  }

  return [
    {
      element: <RootLayout session={session} />,
      // In place of the frame, so with its landmark and its padding.
      errorElement: (
        <main className="mx-auto max-w-[100rem] px-4 py-6 lg:px-8">
          <RouteError />
        </main>
      ),
      hydrateFallbackElement: <PageSkeleton />,
      shouldRevalidate,
      children: [
        {
          path: 'sign-in',
          ...page,
          loader: () => null,
          errorElement: <RouteError />,
          lazy: {
            Component: async () => {
              const { SignInPage } = await import('../pages/sign-in/sign-in-page.tsx')
              return () => (
                <SignInPage
                  access={session}
                  signedOut={useSignedOut(session)}
                  refusal={useRefusal(session)}
                  signOutReason={session.signOutReason()}
                  onToken={session.keep}
                />
              )
            },
          },
        },
        {
          errorElement: <RouteError />,
          middleware: [signedIn],
          children: [
            {
              path: 'project/:project',
              element: <PageSkeleton />,
              loader: (args) => redirect(paths.services(param(args, 'project'))),
            },
            {
              path: 'project/:project/services/:service',
              element: <PageSkeleton />,
              loader: (args) => redirect(paths.service(param(args, 'project'), param(args, 'service'))),
            },
            {
              // Its name in Aiven's console.
              path: 'project/:project/services/:service/service-settings',
              element: <PageSkeleton />,
              loader: (args) => redirect(paths.service(param(args, 'project'), param(args, 'service'), 'settings')),
            },
            ...PAGES.map(toRoute),
            {
              // Aiven's own console has the account in front.
              path: 'account/:account/*',
              element: <PageSkeleton />,
              // From the raw path, so that encoded characters stay encoded; never `//`, which leads to another host.
              loader: ({ request }) => {
                const { pathname, search } = new URL(request.url)
                return redirect(`/${pathname.replace(/^\/account\/[^/]*\/*/, '')}${search}`)
              },
            },
            { path: '*', element: <NotFound what="This address" /> },
          ],
        },
      ],
    },
  ]
}
