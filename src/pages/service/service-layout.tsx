import { useApi } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { serviceGet } from '../../api/service.ts'
import { isChanging } from '../../api/service.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Pending } from '../../features/problems/pending.tsx'
import { NotFound } from '../../features/problems/not-found.tsx'
import { useArrival } from '../../features/routing/arrival.ts'
import { paths, type ServicePage } from '../../lib/paths.ts'
import { Note } from '../../ui/notice.tsx'
import { optional } from '../../ui/optional.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { AlertCount, ServiceAlerts } from './service-alerts.tsx'
import { lacksPage, NoSuchPage } from './no-such-page.tsx'
import { ServiceHeader } from './service-header.tsx'
import { ServiceProgress } from './service-progress.tsx'
import { ServiceUpdated } from './service-updated.tsx'
import { useStateNews } from './use-state-news.ts'
import type { ServiceContext } from './use-service.ts'

const CaBadge = optional(async () => (await import('./overview/ca-badge.tsx')).CaBadge)

const ServiceSkeleton = () => (
  <>
    <Skeleton className="mb-4 w-80" />
    <div className="space-y-4 rounded-lg border border-border bg-surface p-4">
      <Skeleton className="h-6 w-48" />
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => (
        <div key={key} className="flex h-8 items-center gap-6">
          <Skeleton className="w-32" />
          <Skeleton className="w-72" />
        </div>
      ))}
    </div>
  </>
)

/** Pages with live data: they show its age and Refresh themselves. */
const REFRESHED_THERE: readonly ServicePage[] = ['metrics', 'current-queries', 'query-statistics']

/** The layout of a service's pages: name and state, the link back, and loading errors. */
export const ServiceLayout = () => {
  const { project = '', service: name = '' } = useParams()
  const api = useApi()
  const query = useQuery(serviceGet(api, project, name))
  const { data: service, error, isFetching, refetch } = query
  // React Query renders answers synchronously; the page inside is large, so it renders in slices (a slow phone needs 250 ms).
  const isReady = useDeferredValue(service !== undefined)
  useStateNews(service)
  const arrival = useArrival()
  const page = useLocation().pathname.split('/').findLast(Boolean) ?? ''
  const lacks = service !== undefined && lacksPage(service.service_type, page)
  const asksItself =
    !error && !lacks && service?.state !== 'POWEROFF' && REFRESHED_THERE.some((place) => place === page)
  const hasAlerts = service !== undefined && service.state !== 'POWEROFF'
  // Once the service is there, the page within says what it is.
  useTitle(service ? undefined : `${name} – ${project}`)
  if (statusOf(error) === 404) {
    return (
      <NotFound
        what={`Service ${name} of project ${project}`}
        back={{ to: paths.services(project), label: 'Go to services' }}
      />
    )
  }
  return (
    <>
      <ServiceHeader
        project={project}
        name={name}
        service={service}
        failed={error !== null}
        badges={
          <>
            {hasAlerts && <AlertCount project={project} service={name} />}
            {service && page === 'overview' && (
              <Suspense>
                <CaBadge project={project} service={service} />
              </Suspense>
            )}
          </>
        }
        updated={!asksItself && <ServiceUpdated project={project} service={name} at={query.dataUpdatedAt} />}
      />
      <div className="space-y-4">
        <Outcome testId="arrival">{arrival}</Outcome>
        {error && (
          <ApiProblem
            error={error}
            what="The service couldn’t be loaded."
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {!service && !error && (
          <Pending what="the service" query={query} queryKey={serviceGet(api, project, name).queryKey}>
            <ServiceSkeleton />
          </Pending>
        )}
        {service?.problems.map((problem) => (
          <Note key={problem} testId="unread">
            {problem}
          </Note>
        ))}
        {service && isChanging(service) && <ServiceProgress service={service} />}
        {lacks && <NoSuchPage project={project} service={service} />}
        {service && !isReady && <ServiceSkeleton />}
        {service && isReady && !lacks && <Outlet context={{ project, service } satisfies ServiceContext} />}
        {isReady && hasAlerts && <ServiceAlerts project={project} service={name} />}
      </div>
    </>
  )
}
