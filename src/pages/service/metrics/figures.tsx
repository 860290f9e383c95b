import { useCallback, useMemo } from 'react'
import type { Metric, Period } from '../../../api/metrics.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import { useCursor } from '../../../ui/chart/cursor.ts'
import { Moment } from '../../../ui/moment.tsx'
import { Note } from '../../../ui/notice.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { formatInstant, useTimeZone } from '../../../ui/time-zone.ts'
import { MetricFigure } from './metric-figure.tsx'
import { MomentBar } from './moment-bar.tsx'
import { useEventMarks } from './use-event-marks.ts'
import { periodFor, shownInterval } from './period.ts'
import type { MetricsUrl } from './use-metrics-url.ts'

const GRID = 'grid gap-4 lg:grid-cols-2'

/** A skeleton shaped like the charts. */
export const FiguresSkeleton = () => (
  <div className={GRID}>
    {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
      <div key={key} className="h-74 space-y-3 rounded-lg border border-border bg-surface p-3">
        <Skeleton className="w-40" />
        <Skeleton className="h-48 w-full" />
      </div>
    ))}
  </div>
)

interface FiguresProps {
  project: string
  service: string
  period: Period
  metrics: readonly Metric[]
  /** When the answer came. */
  updatedAt: number
  url: MetricsUrl
}

/** The charts, with a shared cursor, and what happened to the service meanwhile. */
export const Figures = ({ project, service, period, metrics, updatedAt, url }: FiguresProps) => {
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
