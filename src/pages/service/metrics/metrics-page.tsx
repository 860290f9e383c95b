import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Link } from 'react-router'

import { PERIODS, serviceMetrics, type Metric, type Period } from '../../../api/metrics.ts'
import { topicList } from '../../../api/topics.ts'
import { useApi } from '../../../api/use-api.ts'
import { hasPage } from '../../../domain/catalog.ts'
import { orderMetrics } from '../../../domain/metrics.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { Pending } from '../../../features/problems/pending.tsx'
import { Unread } from '../../../features/problems/unread.tsx'
import { NoSuch } from '../../../features/resources/no-such.tsx'
import { PoweredOff } from '../../../features/service-actions/powered-off.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { paths } from '../../../lib/paths.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { Button } from '../../../ui/button.tsx'
import { useCursor } from '../../../ui/chart/cursor.ts'
import { Choice } from '../../../ui/choice.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { InSlices } from '../../../ui/in-slices.tsx'
import { Moment, TimeZoneChoice } from '../../../ui/moment.tsx'
import { Note, Problem } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { formatInstant, useTimeZone } from '../../../ui/time-zone.ts'
import { Updated } from '../../../ui/updated.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { MetricFigure } from './metric-figure.tsx'
import { MomentBar } from './moment-bar.tsx'
import { useEventMarks } from './use-event-marks.ts'
import { PERIOD_WORDS, periodFor, readPeriod, shownInterval } from './period.ts'

const GRID = 'grid gap-4 lg:grid-cols-2'

const LINK = 'flex min-h-8 items-center text-accent underline'

const FiguresSkeleton = () => (
  <div className={GRID}>
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <div key={key} className="h-74 space-y-3 rounded-lg border border-border bg-surface p-3">
        <Skeleton className="w-40" />
        <Skeleton className="h-48 w-full" />
      </div>
    ))}
  </div>
)

/** What is in the URL: period, moment and topic. */
const useMetricsUrl = () => {
  const { params, write } = useUrlParams()
  const at = params.get('at')
  const parsed = at === null ? Number.NaN : Date.parse(at)
  const set = (name: string, value: string | undefined) => {
    write((search) => {
      if (value === undefined) search.delete(name)
      else search.set(name, value)
    })
  }
  return {
    topic: params.get('topic') ?? undefined,
    period: readPeriod(params.get('period')),
    /** The moment, in milliseconds. */
    kept: Number.isNaN(parsed) ? undefined : parsed,
    unreadable: at !== null && Number.isNaN(parsed) ? at : undefined,
    set,
  }
}

interface FiguresProps {
  project: string
  service: string
  period: Period
  metrics: readonly Metric[]
  /** When the answer came. */
  updatedAt: number
  url: ReturnType<typeof useMetricsUrl>
}

const Figures = ({ project, service, period, metrics, updatedAt, url }: FiguresProps) => {
  const { kept, set } = url
  const zone = useTimeZone()
  const cursor = useCursor(kept)
  const interval = useMemo(() => shownInterval(metrics, period, updatedAt), [metrics, period, updatedAt])
  const { marks, failed } = useEventMarks(project, service, interval)
  // Charts render again only when their data changes.
  const keep = useCallback((time: number | undefined) => {
    set('at', time === undefined ? undefined : new Date(time).toISOString())
    // oxlint-disable-next-line react/exhaustive-deps -- `set` writes to the URL of the moment, whichever render made it
  }, [])
  const wider = kept === undefined ? undefined : periodFor(kept, interval.to)
  return (
    <>
      <MomentBar
        {...{ project, service, cursor, kept, interval, marks }}
        onClear={() => {
          keep(undefined)
        }}
      />
      {marks.length > 0 && (
        <details>
          <summary className="w-fit text-muted">{`▼ ${formatCount(marks.length, 'event')} of this service`}</summary>
          <ul className="mt-1 space-y-1">
            {marks.map(({ at, label }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two may happen at one moment
              <li key={index} className="flex flex-wrap items-center gap-x-3">
                <Moment iso={new Date(at).toISOString()} />
                <span className="min-w-0 wrap-anywhere">{label}</span>
                <Button
                  variant="quiet"
                  onClick={() => {
                    keep(at)
                  }}
                >
                  Go to
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {failed && (
        <p data-testid="no-events" className="text-muted">
          Events couldn&rsquo;t be read: none are marked.
        </p>
      )}
      {kept !== undefined && (kept < interval.from || kept > interval.to) && (
        <Note
          testId="moment-outside"
          actions={
            wider && (
              <Button
                onClick={() => {
                  set('period', wider)
                }}
              >
                {`Show the ${wider}`}
              </Button>
            )
          }
        >
          {formatInstant(new Date(kept), zone)} is outside of what is shown.
        </Note>
      )}
      <p className="hidden print:block">
        From {formatInstant(new Date(interval.from), zone)} to {formatInstant(new Date(interval.to), zone)}
      </p>
      <div className={GRID}>
        {metrics.map((metric) => (
          <MetricFigure
            key={metric.name}
            {...{ metric, service, period, zone, interval, marks, cursor }}
            onKeep={keep}
          />
        ))}
      </div>
    </>
  )
}

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
