import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { EVENT_LIMITS, projectEvents } from '../../api/events.ts'
import { useApi } from '../../api/use-api.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { NotFound } from '../../features/problems/not-found.tsx'
import { Pending } from '../../features/problems/pending.tsx'
import { useUrlParams } from '../../features/routing/use-url-params.ts'
import { Note } from '../../ui/notice.tsx'
import { InSlices } from '../../ui/in-slices.tsx'
import { RowsSkeleton } from '../../ui/table/rows-skeleton.tsx'
import { Updated } from '../../ui/updated.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { EventList } from './event-list.tsx'

const [FIRST, MAX_EVENTS] = EVENT_LIMITS

const EventLog = ({ project }: { project: string }) => {
  const api = useApi()
  const { params, write } = useUrlParams()
  const limit = params.get('limit') === String(MAX_EVENTS) ? MAX_EVENTS : FIRST
  const options = projectEvents(api, project, limit)
  const query = useQuery({ ...options, placeholderData: keepPreviousData })
  const { data, error, isFetching, isPlaceholderData, refetch, dataUpdatedAt } = query
  const refresh = () => void refetch()
  if (statusOf(error) === 404) return <NotFound what={`Project ${project}`} />
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-xl font-semibold">Event log</h1>
        <Updated at={dataUpdatedAt} busy={isFetching} onRefresh={refresh} />
      </div>
      <div className="space-y-4">
        {error && (
          <ApiProblem error={error} what="The event log couldn’t be loaded." busy={isFetching} onRetry={refresh} />
        )}
        {!data && !error && (
          <Pending what="events" query={query} queryKey={options.queryKey}>
            <RowsSkeleton />
          </Pending>
        )}
        {data?.problems.map((problem) => (
          <Note key={problem} testId="unread">
            {problem}
          </Note>
        ))}
        {data && (
          <InSlices meanwhile={<RowsSkeleton />}>
            <EventList
              project={project}
              events={data.items}
              // A log shorter than requested is complete.
              more={limit === FIRST && data.items.length + data.problems.length >= FIRST}
              loadingMore={isPlaceholderData}
              onMore={() => {
                write((search) => {
                  search.set('limit', String(MAX_EVENTS))
                })
              }}
            />
          </InSlices>
        )}
      </div>
    </>
  )
}

/** Who did what in the project, and when. */
export const EventLogPage = () => {
  const { project = '' } = useParams()
  useTitle(`Event log of ${project}`)
  return <EventLog key={project} project={project} />
}
