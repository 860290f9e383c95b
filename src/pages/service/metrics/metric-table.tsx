import { useMemo } from 'react'

import type { Metric } from '../../../api/metrics.ts'
import { UNIT_WORDS, type Unit } from '../../../domain/metrics.ts'
import { Moment } from '../../../ui/moment.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

/** Above this many nodes, the table is wider than the page and scrolls sideways. */
const WIDE_FROM = 7

/** A number as the API sent it, with commas. */
const exact = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 20 })

const timeColumn = (times: readonly number[]): Column<number> => ({
  id: 'time',
  header: 'Time',
  weight: 16,
  cell: (index) => <Moment iso={new Date(times[index] ?? 0).toISOString()} />,
})

interface MetricTableProps {
  title: string
  metric: Metric
  unit: Unit
}

/** Every value of a figure, the newest first. */
export const MetricTable = ({ title, metric: { times, series }, unit }: MetricTableProps) => {
  const columns = useMemo(
    (): readonly Column<number>[] => [
      timeColumn(times),
      ...series.map(({ label, values }, place): Column<number> => ({
        id: String(place),
        header: unit === 'plain' ? label : `${label}, ${UNIT_WORDS[unit]}`,
        align: 'end',
        stacked: 'labelled',
        cell: (index) => {
          const value = values[index]
          return value === undefined ? '–' : exact(value)
        },
      })),
    ],
    [times, series, unit],
  )
  const rows = useMemo(() => times.map((_, index) => index).toReversed(), [times])
  const table = (
    <DataTable label={title} columns={columns} rows={rows} keyOf={(index) => String(times[index] ?? index)} />
  )
  if (series.length < WIDE_FROM) return table
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what can be scrolled must be reached by keys
    <div role="region" aria-label={`${title}: all nodes`} tabIndex={0} className="overflow-x-auto">
      <div style={{ minWidth: `${String(12 + 8 * series.length)}rem` }}>{table}</div>
    </div>
  )
}
