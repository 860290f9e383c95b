import { useIsFetching, useQueryClient, type QueryFilters } from '@tanstack/react-query'
import { useMemo } from 'react'

import { isRecord } from '../../lib/is-record.ts'
import { Updated } from '../../ui/updated.tsx'

/**
 * How old a service's page is, by the oldest answer that it shows, and Refresh: it asks again for everything of the service
 * that the page shows, its own list included.
 */
export const ServiceUpdated = ({ project, service }: { project: string; service: string }) => {
  const client = useQueryClient()
  const shown = useMemo(
    (): QueryFilters => ({
      type: 'active',
      predicate: ({ queryKey: [, params] }) =>
        isRecord(params) && params['project'] === project && params['service_name'] === service,
    }),
    [project, service],
  )
  const busy = useIsFetching(shown) > 0
  const times = client
    .getQueryCache()
    .findAll(shown)
    .map(({ state }) => state.dataUpdatedAt)
    .filter((at) => at > 0)
  return (
    <Updated
      at={times.length === 0 ? 0 : Math.min(...times)}
      busy={busy}
      onRefresh={() => void client.refetchQueries(shown)}
    />
  )
}
