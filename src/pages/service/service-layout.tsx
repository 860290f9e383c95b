import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { serviceGet } from '../../api/queries.ts'
import type { Service } from '../../api/read.ts'
import { ApiProblem } from '../../components/api-problem.tsx'
import { Pending } from '../../components/pending.tsx'
import { NotFound } from '../../components/not-found.tsx'
import { ServiceStatus } from '../../components/service-status.tsx'
import { ServiceIcon, serviceTypeName } from '../../components/service-type.tsx'
import { paths } from '../../paths.ts'
import { Note } from '../../ui/notice.tsx'
import { formatCount, RelativeTime } from '../../ui/relative-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import type { ServiceContext } from './use-service.ts'

const ServiceFacts = ({ service }: { service: Service }) => (
  <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
    <li>{serviceTypeName(service)}</li>
    <li>
      <ServiceStatus state={service.state} />
    </li>
    {service.node_count !== undefined && <li>{formatCount(service.node_count, 'node')}</li>}
    {service.plan !== undefined && <li>{service.plan}</li>}
    {service.cloud_name !== undefined && <li>{service.cloud_description ?? service.cloud_name}</li>}
    {service.create_time !== undefined && (
      <li>
        Created <RelativeTime iso={service.create_time} withDay />
      </li>
    )}
  </ul>
)

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

/** What the pages of one service share: its name and state, the way back, and what goes wrong on the way to it. */
export const ServiceLayout = () => {
  const { project = '', service: name = '' } = useParams()
  const query = useQuery(serviceGet(project, name))
  const { data: service, error, isFetching, refetch } = query
  // Once the service is there, the page within says what it is.
  useTitle(service ? undefined : `${name} – ${project}`)
  if (statusOf(error) === 404) {
    return (
      <NotFound
        what={`Service ${name} of project ${project}`}
        back={{ to: paths.services(project), label: 'Go to the list of services' }}
      />
    )
  }
  return (
    <>
      <p className="mb-2 text-xs text-muted">
        <Link to={paths.services(project)} className="text-accent underline">
          Services
        </Link>{' '}
        / <span className="wrap-anywhere">{name}</span>
      </p>
      <div className="mb-4 flex gap-3">
        <ServiceIcon type={service?.service_type ?? ''} />
        <div className="min-w-0 space-y-1">
          <h1 className="text-xl font-semibold wrap-anywhere">{name}</h1>
          {service && <ServiceFacts service={service} />}
        </div>
      </div>
      <div className="space-y-4">
        {error && (
          <ApiProblem
            error={error}
            what="The service could not be loaded."
            busy={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {!service && !error && (
          <Pending what="the service" query={query} queryKey={serviceGet(project, name).queryKey}>
            <ServiceSkeleton />
          </Pending>
        )}
        {service?.problems.map((problem) => (
          <Note key={problem}>{problem}</Note>
        ))}
        {service && <Outlet context={{ project, service } satisfies ServiceContext} />}
      </div>
    </>
  )
}
