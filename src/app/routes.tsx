import {
  redirect,
  type LoaderFunctionArgs,
  type MiddlewareFunction,
  type RouteObject,
  type ShouldRevalidateFunctionArgs,
} from 'react-router'

import { statusOf } from '../api/errors.ts'
import { serviceGet, serviceList } from '../api/service.ts'
import { NotFound } from '../features/problems/not-found.tsx'
import { paths } from '../lib/paths.ts'
import { forgetProject, lastProject, rememberProject } from '../features/projects/last-project.ts'
import { ServiceListPage } from '../pages/service-list/service-list-page.tsx'
import type { Backend } from '../api/use-api.ts'
import { PageSkeleton } from './page-skeleton.tsx'
import { RootLayout } from './root-layout.tsx'
import { RouteError } from './route-error.tsx'
import { useRefusal, useSignedOut, type Session } from './session.ts'

/** What changes within a page (filters, tabs) stays in the URL's search and asks the API nothing. */
const shouldRevalidate = ({ currentUrl, nextUrl }: ShouldRevalidateFunctionArgs) =>
  currentUrl.pathname !== nextUrl.pathname

const param = ({ params }: LoaderFunctionArgs, name: string): string => params[name] ?? ''

/**
 * What every page's route has. The loader is there even where there is nothing to ask for: without one, the
 * router shows nothing at all when a page's code does not come.
 */
const page = { shouldRevalidate, hydrateFallbackElement: <PageSkeleton />, loader: () => null }

/**
 * All routes. Loaders start requests while the page's code is still on its way, and don't wait for them:
 * pages show what is there.
 */
export const createRoutes = ({ api, queryClient }: Backend, session: Session): RouteObject[] => {
  /** A service that is known from the list paints at once; the request that follows brings it up to date. */
  const seedService = (project: string, service: string) => {
    const { queryKey } = serviceList(api, project)
    const listed = queryClient.getQueryData(queryKey)?.items.find((item) => item.service_name === service)
    const target = serviceGet(api, project, service).queryKey
    if (!listed || queryClient.getQueryData(target)) return
    const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt
    queryClient.setQueryData(target, listed, { ...(updatedAt !== undefined && { updatedAt }) })
  }

  /** Whoever reads certificates comes with the pages that show them. */
  const prefetchCa = async (project: string) => {
    const { projectCa } = await import('../api/project-ca.ts')
    await queryClient.prefetchQuery(projectCa(api, project))
  }

  /** The next visit starts in the project that opened last; never in one that is not there, or not for this user. */
  const open = async (project: string, request: Promise<unknown>) => {
    try {
      await request
      rememberProject(project)
    } catch (error) {
      if ([403, 404].includes(statusOf(error) ?? 0) && lastProject() === project) forgetProject()
    }
  }

  /** Before any loader asks the API: whoever must sign in does, and comes back. */
  const signedIn: MiddlewareFunction = ({ request }) => {
    if (!session.signedOut()) return
    const { pathname, search } = new URL(request.url)
    throw redirect(paths.signIn(session.left() ? undefined : pathname + search))
  }

  return [
    {
      element: <RootLayout session={session} />,
      errorElement: <RouteError />,
      hydrateFallbackElement: <PageSkeleton />,
      shouldRevalidate,
      children: [
        {
          path: 'sign-in',
          ...page,
          errorElement: <RouteError />,
          lazy: {
            Component: async () => {
              const { SignInPage } = await import('../pages/sign-in/sign-in-page.tsx')
              return () => (
                <SignInPage
                  access={session}
                  signedOut={useSignedOut(session)}
                  refusal={useRefusal(session)}
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
              index: true,
              element: <PageSkeleton />,
              loader: () => {
                const project = lastProject()
                return redirect(project === undefined ? paths.projects() : paths.services(project))
              },
            },
            {
              path: 'projects',
              ...page,
              lazy: { Component: async () => (await import('../pages/projects/projects-page.tsx')).ProjectsPage },
            },
            {
              path: 'services',
              ...page,
              lazy: {
                Component: async () =>
                  (await import('../pages/service-list/all-projects/all-services-page.tsx')).AllServicesPage,
              },
            },
            {
              path: 'project/:project',
              element: <PageSkeleton />,
              loader: (args) => redirect(paths.services(param(args, 'project'))),
            },
            {
              path: 'project/:project/services',
              ...page,
              loader: (args) => {
                const project = param(args, 'project')
                void open(project, queryClient.fetchQuery(serviceList(api, project)))
                return null
              },
              // Where most visits begin: in the first file, so that it waits for nothing and compresses with the rest.
              Component: ServiceListPage,
            },
            {
              path: 'project/:project/services/:service',
              ...page,
              loader: (args) => {
                const project = param(args, 'project')
                const service = param(args, 'service')
                seedService(project, service)
                void prefetchCa(project)
                void queryClient.prefetchQuery(serviceGet(api, project, service))
                return null
              },
              lazy: { Component: async () => (await import('../pages/service/service-layout.tsx')).ServiceLayout },
              children: [
                {
                  index: true,
                  element: <PageSkeleton />,
                  loader: (args) => redirect(paths.service(param(args, 'project'), param(args, 'service'))),
                },
                {
                  path: 'overview',
                  ...page,
                  lazy: { Component: async () => (await import('../pages/service/overview-page.tsx')).OverviewPage },
                },
                {
                  path: 'connect',
                  ...page,
                  lazy: { Component: async () => (await import('../pages/service/connect-page.tsx')).ConnectPage },
                },
                {
                  path: 'users',
                  ...page,
                  lazy: { Component: async () => (await import('../pages/service/users-page.tsx')).UsersPage },
                },
              ],
            },
            {
              path: 'check',
              ...page,
              lazy: { Component: async () => (await import('../pages/check/check-page.tsx')).CheckPage },
            },
            {
              path: 'project/:project/ca-rotation',
              ...page,
              loader: (args) => {
                void prefetchCa(param(args, 'project'))
                void queryClient.prefetchQuery(serviceList(api, param(args, 'project')))
                return null
              },
              lazy: {
                Component: async () => (await import('../pages/ca-rotation/ca-rotation-page.tsx')).CaRotationPage,
              },
            },
            {
              path: 'certificates',
              ...page,
              lazy: {
                Component: async () => (await import('../pages/certificates/certificates-page.tsx')).CertificatesPage,
              },
            },
            {
              path: 'tls-requirements',
              ...page,
              lazy: {
                Component: async () =>
                  (await import('../pages/tls-requirements/requirements-page.tsx')).RequirementsPage,
              },
            },
            {
              // The console of Aiven itself puts the account in front.
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
