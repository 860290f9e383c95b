import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { statusOf } from '../../../api/errors.ts'
import { EVENT_LIMITS, projectEvents, type ProjectEvent } from '../../../api/events.ts'
import { useApi } from '../../../api/use-api.ts'
import { eventWords } from '../../../features/events/event-words.ts'
import { ApiProblem, ProblemReason } from '../../../features/problems/api-problem.tsx'
import { paths } from '../../../lib/paths.ts'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'

const SHOWN = 5

/** The service's events, from as few of the project's as needed. */
const useServiceEvents = (project: string, service: string) => {
  const api = useApi()
  const [few, many] = EVENT_LIMITS
  // Refreshed only after changes, and on the log's own page.
  const newest = useQuery({ ...projectEvents(api, project, few), refetchInterval: false })
  const isOf = ({ service_name: name }: ProjectEvent) => name === service
  const isShort = newest.data && newest.data.items.length >= few && newest.data.items.filter(isOf).length < SHOWN
  const older = useQuery({
    ...projectEvents(api, project, many),
    refetchInterval: false,
    enabled: isShort === true,
  })
  const { data, error, isFetching, refetch } = isShort === true ? older : newest
  return { events: data?.items.filter(isOf).slice(0, SHOWN), error, isFetching, refetch }
}

const Events = ({ project, service }: RecentEventsProps) => {
  const { events, error, isFetching, refetch } = useServiceEvents(project, service)
  if (events) {
    if (events.length === 0) return <p className="text-muted">None among the newest events of the project.</p>
    return (
      <ul className="space-y-2">
        {events.map(({ id, time, event_type: type, actor = 'Unknown', event_desc: description }, index) => (
          <li key={`${id ?? time}-${String(index)}`} className="wrap-anywhere">
            <span className="font-medium">{eventWords(type ?? 'unknown')}</span>{' '}
            <span className="text-muted">
              <RelativeTime iso={time} />, {actor}
            </span>
            {description !== undefined && <span className="block text-muted">{description}</span>}
          </li>
        ))}
      </ul>
    )
  }
  // A permission that nothing else here needs: no alert.
  if (error && statusOf(error) === 403) {
    return (
      <p data-testid="no-right" className="text-muted">
        The events couldn&rsquo;t be read. <ProblemReason error={error} />
      </p>
    )
  }
  if (error) {
    return (
      <ApiProblem
        error={error}
        what="The events couldn’t be loaded."
        busy={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <Skeleton className="w-64" />
      <Skeleton className="w-72" />
      <Skeleton className="w-56" />
    </div>
  )
}

interface RecentEventsProps {
  project: string
  service: string
}

/** The service's latest events, and a link to the rest. */
export const RecentEvents = ({ project, service }: RecentEventsProps) => (
  <section aria-labelledby="recent-events" className="rounded-lg border border-border bg-surface p-4">
    <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
      <h2 id="recent-events" className="text-base font-semibold">
        Recent events
      </h2>
      <Link to={paths.eventLog(project, { service })} className="text-accent underline print:hidden">
        Event log of this service
      </Link>
    </div>
    <Events project={project} service={service} />
  </section>
)
