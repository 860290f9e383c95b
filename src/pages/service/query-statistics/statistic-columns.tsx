import type { QueryStatistic } from '../../../api/database-queries.ts'
import { formatDuration } from '../../../features/queries/duration.ts'
import { QueryText } from '../../../features/queries/query-text.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import type { Column } from '../../../ui/table/column.ts'

type StatisticColumn = Column<QueryStatistic>

const count = (value: number | undefined): string => (value === undefined ? 'Unknown' : formatNumber(Math.round(value)))
const time = (value: number | undefined): string => (value === undefined ? 'Unknown' : formatDuration(value))

const numeric = (id: 'calls' | 'mean' | 'total' | 'rows', header: string, format: typeof count): StatisticColumn => ({
  id,
  header,
  weight: 13,
  align: 'end',
  stacked: 'labelled',
  sortValue: (statistic) => statistic[id],
  cell: (statistic) => <span className="tabular-nums">{format(statistic[id])}</span>,
})

/** @param hasUsers false for MySQL, which counts by database only */
export const statisticColumns = (hasUsers: boolean): readonly StatisticColumn[] => [
  { id: 'query', header: 'Query', weight: 30, cell: ({ query }) => <QueryText text={query} /> },
  ...(hasUsers
    ? [
        {
          id: 'user',
          header: 'User',
          weight: 12,
          stacked: 'labelled',
          cell: ({ user }) => user ?? 'Unknown',
        } satisfies StatisticColumn,
      ]
    : []),
  {
    id: 'database',
    header: 'Database',
    weight: 12,
    stacked: 'labelled',
    cell: ({ database }) => database ?? 'None',
  },
  numeric('calls', 'Calls', count),
  numeric('mean', 'Mean', time),
  numeric('total', 'Total', time),
  numeric('rows', 'Rows', count),
]
