import type { Metric } from '../../../api/metrics.ts'
import { formatMetric, type Unit } from '../../../domain/metrics.ts'
import { useCursorTime, type Cursor } from '../../../ui/chart/cursor.ts'
import { LineSample } from '../../../ui/chart/line-style.tsx'
import { nearestIndex, usualStep } from '../../../ui/chart/scale.ts'
import { extremesOf } from './describe.ts'

interface MetricKeyProps {
  metric: Metric
  unit: Unit
  cursor: Cursor
}

/** The legend: each node's line with its value at the highlighted moment, or its last value. */
export const MetricKey = ({ metric: { times, series }, unit, cursor }: MetricKeyProps) => {
  const time = useCursorTime(cursor)
  const index = time === undefined ? undefined : nearestIndex(times, time, usualStep(times))
  const valueOf = (values: readonly (number | undefined)[]) =>
    time === undefined ? extremesOf(times, values)?.last : index === undefined ? undefined : values[index]
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {series.map(({ label, values }, place) => {
        const value = valueOf(values)
        return (
          // oxlint-disable-next-line react/no-array-index-key -- nodes may bear one name
          <li key={place} className="flex min-w-0 items-center gap-1.5">
            <LineSample index={place} />
            <span className="min-w-0 wrap-anywhere text-muted">{label}</span>
            <span className="min-w-16 shrink-0 font-medium whitespace-nowrap">
              {value === undefined ? 'No value' : formatMetric(value, unit)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
