import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { PERIODS, serviceMetrics } from '../../../api/metrics.ts'
import { topicList } from '../../../api/topics.ts'
import { useApi } from '../../../api/use-api.ts'
import { hasPage } from '../../../domain/catalog.ts'
import { orderMetrics } from '../../../domain/metrics.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { Pending } from '../../../features/problems/pending.tsx'
import { Unread } from '../../../features/problems/unread.tsx'
import { NoSuch } from '../../../features/resources/no-such.tsx'
import { PoweredOff } from '../../../features/service-actions/powered-off.tsx'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { InSlices } from '../../../ui/in-slices.tsx'
import { TimeZoneChoice } from '../../../ui/moment.tsx'
import { Problem } from '../../../ui/notice.tsx'
import { Updated } from '../../../ui/updated.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { PERIOD_WORDS } from './period.ts'
import { Figures, FiguresSkeleton } from './figures.tsx'
import { useMetricsUrl } from './use-metrics-url.ts'

const LINK = 'flex min-h-8 items-center text-accent underline'

/** The service's metrics: one chart per metric, with a shared cursor. */
export const MetricsPage = () => {
  const { project, service } = useService()
  const { service_name: name, state } = service
  const url = useMetricsUrl()
  const { period, unreadable, set } = url
  const topic = hasPage(service.service_type, 'topics') ? url.topic : undefined
  useTitle(`Metrics of ${topic === undefined ? name : `topic ${topic} of ${name}`} – ${project}`)
  const api = useApi()
  const options = serviceMetrics(api, project, name, period, topic)
  const query = useQuery({ ...options, enabled: state !== 'POWEROFF' })
  const { data, error, isFetching, refetch, dataUpdatedAt } = query
  const { data: topics } = useQuery({
    ...topicList(api, { project, service: name }),
    enabled: topic !== undefined && state !== 'POWEROFF',
    refetchInterval: false,
  })
  const isMissing =
    topic !== undefined && topics?.problems.length === 0 && !topics.items.some(({ topic_name }) => topic_name === topic)
  const metrics = useMemo(() => orderMetrics(data?.items ?? []), [data])
  const heading = (
    <h2 id="metrics" className="text-base font-semibold wrap-anywhere">
      Metrics{topic !== undefined && ` of topic ${topic}`}
    </h2>
  )
  if (state === 'POWEROFF') {
    return (
      <section aria-labelledby="metrics" className="space-y-4">
        {heading}
        <PoweredOff>Nothing is measured while it’s off.</PoweredOff>
      </section>
    )
  }
  const isEmpty = metrics.every(({ times }) => times.length === 0)
  return (
    <section aria-labelledby="metrics" className="space-y-4">
      {heading}
      {topic !== undefined && (
        <div className="flex flex-wrap gap-x-4 print:hidden">
          {!isMissing && (
            <Link to={`${paths.service(project, name, 'topics')}?topic=${encodeURIComponent(topic)}`} className={LINK}>
              Back to the topic
            </Link>
          )}
          <Button
            variant="quiet"
            onClick={() => {
              set('topic', undefined)
            }}
          >
            Metrics of the whole service
          </Button>
        </div>
      )}
      {isMissing && <NoSuch unit="topic" name={topic} />}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <Choice
          legend="Period"
          value={period}
          options={PERIODS.map((value) => ({ value, label: PERIOD_WORDS[value] }))}
          onChange={(value) => {
            set('period', value)
          }}
        />
        <TimeZoneChoice />
        <div className="ml-auto">
          <Updated what="metrics" at={dataUpdatedAt} busy={isFetching} onRefresh={() => void refetch()} />
        </div>
      </div>
      {unreadable !== undefined && (
        <Problem testId="bad-moment">&ldquo;{unreadable}&rdquo; isn&rsquo;t a time.</Problem>
      )}
      {error && !isMissing && (
        <ApiProblem
          error={error}
          what="The metrics couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data && <Unread problems={data.problems} busy={isFetching} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Pending what="the metrics" query={query} queryKey={options.queryKey}>
          <FiguresSkeleton />
        </Pending>
      )}
      {data && !isMissing && isEmpty && data.problems.length === 0 && (
        <EmptyState title="Nothing was measured">
          The API has no metrics for this period. {topic === undefined ? 'A new service' : 'A new topic'} has its first
          ones after a minute or two.
        </EmptyState>
      )}
      {data && !isMissing && !isEmpty && (
        <InSlices meanwhile={<FiguresSkeleton />}>
          <Figures {...{ project, service: name, period, metrics, url }} updatedAt={dataUpdatedAt} />
        </InSlices>
      )}
    </section>
  )
}
