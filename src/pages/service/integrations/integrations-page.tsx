import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { serviceIntegrations } from '../../../api/integrations.ts'
import { useApi } from '../../../api/use-api.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { Pending } from '../../../features/problems/pending.tsx'
import { Unread } from '../../../features/problems/unread.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { sortRows, type Sort } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { COLUMNS, toRow } from './integration-columns.tsx'

/** Services that this service sends data to, or receives it from. Read only, with links to the services. */
export const IntegrationsPage = () => {
  const { project, service } = useService()
  const { service_name: name } = service
  useTitle(`Integrations of ${name} \u2013 ${project}`)
  const options = serviceIntegrations(useApi(), project, name)
  const query = useQuery(options)
  const { data, error, isFetching, refetch } = query
  const [sort, setSort] = useState<Sort>({ column: 'flow', descending: false })
  const rows = useMemo(() => data?.items.map((item) => toRow(item, project, name)) ?? [], [data, project, name])
  const retry = () => void refetch()
  return (
    <section aria-labelledby="integrations" className="space-y-4">
      <h2 id="integrations" className="text-base font-semibold">
        Integrations
      </h2>
      {service.state === 'POWEROFF' && (
        <Note testId="off">Powered off: its integrations are kept, but inactive until it runs again.</Note>
      )}
      {error && (
        <ApiProblem error={error} what="The integrations couldn’t be loaded." busy={isFetching} onRetry={retry} />
      )}
      {!data && !error && (
        <Pending what="integrations" query={query} queryKey={options.queryKey}>
          <RowsSkeleton />
        </Pending>
      )}
      <Unread problems={data?.problems ?? []} busy={isFetching} onRetry={retry} />
      {data && (
        <DataTable
          label="Integrations"
          columns={COLUMNS}
          rows={sortRows(rows, COLUMNS, sort)}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={setSort}
          empty={
            <EmptyState title="No integrations">
              Create integrations in the Aiven Console, with avn or with Terraform.
            </EmptyState>
          }
        />
      )}
    </section>
  )
}
