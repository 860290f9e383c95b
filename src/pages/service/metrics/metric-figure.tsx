import { memo, useId, useMemo, useState } from 'react'

import type { Metric, Period } from '../../../api/metrics.ts'
import { formatMetric, metricKind } from '../../../domain/metrics.ts'
import { Button } from '../../../ui/button.tsx'
import type { Cursor } from '../../../ui/chart/cursor.ts'
import { LineChart } from '../../../ui/chart/line-chart.tsx'
import { valueScale, type Interval } from '../../../ui/chart/scale.ts'
import { timeTicks, type Tick } from '../../../ui/chart/time-ticks.ts'
import { SaveButton } from '../../../ui/save-button.tsx'
import type { TimeZone } from '../../../lib/wall-clock.ts'
import { describeMetric, describePoint, metricCsv } from './describe.ts'
import { MetricKey } from './metric-key.tsx'
import { MetricTable } from './metric-table.tsx'

const NO_THRESHOLDS: readonly number[] = []

/** Percentages are drawn on a scale to 100; several processors may exceed it. */
const scaleOf = ({ name, series }: Metric) => {
  const { unit } = metricKind(name)
  let [lowest, highest] = [0, unit === 'percent' ? 100 : 0]
  for (const { values } of series) {
    for (const value of values) {
      if (value === undefined) continue
      lowest = Math.min(lowest, value)
      highest = Math.max(highest, value)
    }
  }
  return valueScale(lowest, highest, unit === 'bytes' ? 1024 : 1000)
}

interface MetricFigureProps {
  metric: Metric
  service: string
  period: Period
  zone: TimeZone
  interval: Interval
  marks: readonly Tick[]
  cursor: Cursor
  onKeep: (time: number | undefined) => void
}

/** One metric: chart, legend, and on request a table of its numbers. */
export const MetricFigure = memo(
  ({ metric, service, period, zone, interval, marks, cursor, onKeep }: MetricFigureProps) => {
    const id = useId()
    const [hasTable, setHasTable] = useState(false)
    const { name, times, series } = metric
    const { unit, title: usual, thresholds = NO_THRESHOLDS } = metricKind(name)
    const title = metric.title ?? usual ?? name
    const y = useMemo(() => scaleOf(metric), [metric])
    const xTicks = useMemo(() => timeTicks(interval.from, interval.to, zone), [interval, zone])
    const formatValue = useMemo(() => (value: number) => formatMetric(value, unit), [unit])
    const isEmpty = series.every(({ values }) => values.every((value) => value === undefined))
    return (
      <figure
        aria-labelledby={`${id}-title`}
        className={`@container/figure min-w-0 break-inside-avoid space-y-2 rounded-lg border border-border bg-surface p-3 [contain-intrinsic-size:auto_18.5rem] [content-visibility:auto] ${hasTable ? 'lg:col-span-2' : ''}`}
      >
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h3 id={`${id}-title`} className="min-w-0 font-medium wrap-anywhere">
            {title}
          </h3>
          <div className="flex flex-wrap gap-1">
            <Button
              variant="quiet"
              aria-label={`Table of ${title}`}
              aria-expanded={hasTable}
              onClick={() => {
                setHasTable(!hasTable)
              }}
            >
              Table
            </Button>
            <SaveButton
              variant="quiet"
              label={`CSV of ${title}`}
              name={`${service}-${name}-${period}.csv`}
              content={() => metricCsv(metric)}
              type="text/csv"
            >
              CSV
            </SaveButton>
          </div>
        </div>
        <p id={`${id}-words`} className="sr-only">
          {describeMetric(metric, { unit, zone })}
        </p>
        {isEmpty ? (
          <p className="flex h-50 items-center justify-center text-muted">Nothing was measured.</p>
        ) : (
          <LineChart
            label={`Moment in ${title}`}
            describedBy={`${id}-words`}
            {...{ times, series, y, xTicks, formatValue, thresholds, marks, cursor, onKeep }}
            x={interval}
            valueText={(index) => describePoint(metric, index, { unit, zone })}
          />
        )}
        <MetricKey metric={metric} unit={unit} cursor={cursor} />
        {hasTable && <MetricTable title={title} metric={metric} unit={unit} />}
      </figure>
    )
  },
)
