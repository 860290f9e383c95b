import { notifyManager, useIsFetching, useQueryClient, type QueryFilters } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'

import type { OperationId } from '../../api/operations.ts'
import { isRecord } from '../../lib/is-record.ts'
import { Updated } from '../../ui/updated.tsx'

/** Shown above every page, and refreshed less often than the pages' own data. */
const ALERTS: OperationId = 'ServiceAlertsList'

interface ServiceUpdatedProps {
  project: string
  service: string
  /** When the service's own answer came: the page's lists count once they are shown, which is after the first paint. */
  at: number
}

/**
 * The age of a service's page, by its oldest answer, and Refresh, which reloads everything that the page shows, including
 * its own list.
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
