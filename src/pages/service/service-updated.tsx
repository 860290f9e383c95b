import { notifyManager, useIsFetching, useQueryClient, type QueryFilters } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'

import type { OperationId } from '../../api/operations.ts'
import { isRecord } from '../../lib/is-record.ts'
import { Updated } from '../../ui/updated.tsx'

/** They stand above every page, and are asked for more seldom than what the pages are about. */
const ALERTS: OperationId = 'ServiceAlertsList'

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
  const cache = client.getQueryCache()
  const oldest = useSyncExternalStore(
    useCallback((onChange) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache]),
    () =>
      Math.min(
        at,
        ...cache
          .findAll(shown)
          .filter(({ queryKey: [operation], state }) => operation !== ALERTS && state.dataUpdatedAt > 0)
          .map(({ state }) => state.dataUpdatedAt),
      ),
  )
  return <Updated at={oldest} busy={busy} onRefresh={() => void client.refetchQueries(shown)} />
}
