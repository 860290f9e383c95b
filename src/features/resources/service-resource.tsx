import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { ReadList } from '../../api/parse.ts'
import type { Service } from '../../api/service.ts'
import { sentence } from '../../lib/sentence.ts'
import { InSlices } from '../../ui/in-slices.tsx'
import { RowsSkeleton } from '../../ui/table/rows-skeleton.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import { Pending } from '../problems/pending.tsx'
import { Unread } from '../problems/unread.tsx'
import { PoweredOff } from '../service-actions/powered-off.tsx'

interface ServiceResourceProps<T, Key extends QueryKey> {
  service: Pick<Service, 'state'>
  /** What is listed: "topics". */
  what: string
  query: UseQueryOptions<ReadList<T>, Error, ReadList<T>, Key>
  /** @param isWhole false: some items couldn't be read */
  children: (items: readonly T[], isWhole: boolean) => ReactNode
}

/**
 * A list inside a service, in each of its states. While the service is off, no request is sent: the API couldn't answer.
 */
export const ServiceResource = <T, Key extends QueryKey>(props: ServiceResourceProps<T, Key>) => {
  const { service, what, query: options, children } = props
  const isOff = service.state === 'POWEROFF'
  const query = useQuery({ ...options, enabled: !isOff })
  if (isOff) return <PoweredOff>{sentence(`No ${what} are available until it runs again`)}</PoweredOff>
  const { data, error, isFetching, refetch } = query
  const retry = () => void refetch()
  return (
    <>
      {error && <ApiProblem error={error} what={`The ${what} couldn’t be loaded.`} busy={isFetching} onRetry={retry} />}
      {!data && !error && (
        <Pending what={`the ${what}`} query={query} queryKey={options.queryKey}>
          <RowsSkeleton />
        </Pending>
      )}
      {data && <Unread problems={data.problems} busy={isFetching} onRetry={retry} />}
      {data && <InSlices meanwhile={<RowsSkeleton />}>{children(data.items, data.problems.length === 0)}</InSlices>}
    </>
  )
}
