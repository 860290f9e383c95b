import { useIsFetching, useQueryClient, type QueryFilters } from '@tanstack/react-query'
import { useMemo } from 'react'

import { isRecord } from '../../lib/is-record.ts'
import { Updated } from '../../ui/updated.tsx'

interface ServiceUpdatedProps {
  project: string
  service: string
  /** When the service's own answer came: the page's lists count once they are shown, which is after the first paint. */
  at: number
}

/**
 * How old a service's page is, by the oldest answer that it shows, and Refresh: it asks again for everything of the service
 * that the page shows, its own list included.
 */
export const ServiceUpdated = ({ project, service, at }: ServiceUpdatedProps) => {
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
    .filter((time) => time > 0)
  return <Updated at={Math.min(at, ...times)} busy={busy} onRefresh={() => void client.refetchQueries(shown)} />
}
