import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import {
  MAX_STATISTICS,
  queryStatistics,
  resetQueryStatistics,
  STATISTICS,
  type QueryStatistic,
  type StatisticField,
  type StatisticsOrder,
} from '../../../api/database-queries.ts'
import { useApi } from '../../../api/use-api.ts'
import { speaksMysql } from '../../../domain/catalog.ts'
import { ServiceResource } from '../../../features/resources/service-resource.tsx'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { formatCount } from '../../../lib/format-number.ts'
import { lookup } from '../../../lib/lookup.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { parseSort } from '../../../ui/table/column.ts'
import { Updated } from '../../../ui/updated.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { statisticColumns } from './statistic-columns.tsx'

/** What takes most time in all comes first. */
const USUAL = '-total'

/** The order from the URL, or the default if it names no valid one. */
const readOrder = (text: string | null): StatisticsOrder => {
  const { column, descending } = parseSort(text ?? USUAL, 'total')
  return lookup(STATISTICS.PGServiceQueryStatistics, column) === undefined
    ? { field: 'total', descending: true }
    : { field: column as StatisticField, descending }
}

const keyOf = ({ query, user, database }: QueryStatistic) => `${String(user)} ${String(database)} ${query}`

const OF_PG = statisticColumns(true)
const OF_MYSQL = statisticColumns(false)

const Statistics = () => {
  const { project, service } = useService()
  const address = { project, service: service.service_name }
  const { params, write } = useUrlParams()
  const order = readOrder(params.get('sort'))
  const isMysql = speaksMysql(service.service_type)
  const options = queryStatistics(useApi(), address, isMysql, order)
  const { dataUpdatedAt, isFetching, refetch } = useQuery({ ...options, enabled: false })
  const [done, setDone] = useState<string>()
  const open = (dialog: boolean) => {
    write((search) => {
      if (dialog) search.set('do', 'reset-statistics')
      else search.delete('do')
    })
  }
  return (
    <section aria-labelledby="query-statistics" className="space-y-4">
      <h2 id="query-statistics" className="text-base font-semibold">
        Query statistics
      </h2>
      {service.state !== 'POWEROFF' && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Button
            onClick={() => {
              setDone(undefined)
              open(true)
            }}
          >
            Reset statistics
          </Button>
          <Updated what="statistics" at={dataUpdatedAt} busy={isFetching} onRefresh={() => void refetch()} />
        </div>
      )}
      <Outcome testId="reset">{done}</Outcome>
      <ServiceResource
        service={service}
        what="query statistics"
        query={{ ...options, placeholderData: keepPreviousData }}
      >
        {(statistics) => (
          <>
            <p className="text-muted">
              {formatCount(statistics.length, 'statement')}
              {statistics.length >= MAX_STATISTICS && ' shown: the first ones in this order'}
            </p>
            <DataTable
              label="Query statistics"
              columns={isMysql ? OF_MYSQL : OF_PG}
              rows={statistics}
              keyOf={keyOf}
              sort={{ column: order.field, descending: order.descending }}
              onSort={({ column, descending }) => {
                const next = `${descending ? '-' : ''}${column}`
                write((search) => {
                  if (next === USUAL) search.delete('sort')
                  else search.set('sort', next)
                })
              }}
              empty={<EmptyState title="No statistics">No statement has been counted since the last reset.</EmptyState>}
            />
          </>
        )}
      </ServiceResource>
      {params.get('do') === 'reset-statistics' && (
        <WriteDialog
          title={`Reset query statistics of ${service.service_name}?`}
          confirm="Reset statistics"
          dangerous
          request={resetQueryStatistics(address)}
          refused="The statistics weren’t reset. Nothing has changed."
          doubtful="Unknown whether the statistics were reset. Refresh to see."
          onDone={() => {
            setDone('Reset. Counting starts again.')
            open(false)
          }}
          onClose={() => {
            open(false)
          }}
        >
          <p>All counts and times go back to zero, for everyone. This can&rsquo;t be undone.</p>
        </WriteDialog>
      )}
    </section>
  )
}

/** Which statements take the database's time. */
export const QueryStatisticsPage = () => {
  const { project, service } = useService()
  const { service_name: name } = service
  useTitle(`Query statistics of ${name} – ${project}`)
  return <Statistics key={`${project}/${name}`} />
}
