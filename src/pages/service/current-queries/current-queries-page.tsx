import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { currentQueries, MAX_CONNECTIONS } from '../../../api/database-queries.ts'
import { useApi } from '../../../api/use-api.ts'
import { kindOfService } from '../../../domain/catalog.ts'
import { ServiceResource } from '../../../features/resources/service-resource.tsx'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { Check } from '../../../ui/check.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { parseSort, sortRows, type Sort } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Updated } from '../../../ui/updated.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { connectionColumns, connectionName } from './connection-columns.tsx'
import { useStopQuery } from './stop-query.tsx'
import { useHoverOrFocus } from './use-hover-or-focus.ts'

const EVERY_MS = 5000
const USUAL = '-duration'

const asText = ({ column, descending }: Sort): string => `${descending ? '-' : ''}${column}`

const CurrentQueries = () => {
  const { project, service } = useService()
  const { service_name: name, service_type: type, state } = service
  const isDatabase = kindOfService(type) === 'database'
  const { params, write } = useUrlParams()
  const follows = params.get('refresh') === '5'
  const { isHeld, handlers } = useHoverOrFocus()
  const options = currentQueries(useApi(), { project, service: name }, isDatabase)
  const query = { ...options, refetchInterval: follows && !isHeld ? EVERY_MS : (false as const) }
  const { dataUpdatedAt, isFetching, refetch } = useQuery({ ...options, enabled: false })
  const { cancel, terminate, said } = useStopQuery(project, name)
  const columns = useMemo(
    () => connectionColumns(isDatabase, { onCancel: (pid) => void cancel(pid), onTerminate: terminate }),
    [isDatabase, cancel, terminate],
  )
  const sort = parseSort(params.get('sort') ?? (isDatabase ? USUAL : null), 'id')
  return (
    <section aria-labelledby="current-queries" className="space-y-4">
      <h2 id="current-queries" className="text-base font-semibold">
        Current queries
      </h2>
      {state !== 'POWEROFF' && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Check
            label="Refresh every 5 seconds"
            checked={follows}
            onChange={(on) => {
              write((search) => {
                if (on) search.set('refresh', '5')
                else search.delete('refresh')
              })
            }}
          />
          {follows && isHeld && (
            <span data-testid="paused" className="text-xs text-muted">
              Paused while you’re using the table.
            </span>
          )}
          <div className="ml-auto">
            <Updated what="queries" at={dataUpdatedAt} busy={isFetching} onRefresh={() => void refetch()} />
          </div>
        </div>
      )}
      {said}
      <ServiceResource service={service} what="queries" query={query}>
        {(connections) => (
          <>
            <p className="text-muted">
              {formatCount(connections.length, 'connection')}
              {connections.length >= MAX_CONNECTIONS && ' shown; there may be more'}
            </p>
            <div {...handlers}>
              <DataTable
                label="Current queries"
                dense
                columns={columns}
                rows={sortRows(connections, columns, sort)}
                keyOf={connectionName}
                sort={sort}
                onSort={(next) => {
                  write((search) => {
                    if (isDatabase && asText(next) === USUAL) search.delete('sort')
                    else search.set('sort', asText(next))
                  })
                }}
                empty={<EmptyState title="No queries">Nobody is connected at the moment.</EmptyState>}
              />
            </div>
          </>
        )}
      </ServiceResource>
    </section>
  )
}

/** Current queries of the database: user, duration, wait, and buttons to stop them. */
export const CurrentQueriesPage = () => {
  const { project, service } = useService()
  const { service_name: name } = service
  useTitle(`Current queries of ${name} – ${project}`)
  return <CurrentQueries key={`${project}/${name}`} />
}
