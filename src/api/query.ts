/** How an operation that reads becomes a query of React Query. */
import { queryOptions } from '@tanstack/react-query'

import type { Api } from './client.ts'
import type { OperationId, PathParams } from './operations.ts'
import { readAnswer } from './parse.ts'

export const SECOND = 1000

/** Data counts as current for a minute. */
export const SLOW_REFRESH_MS = 60 * SECOND

interface ReadOptions<Id extends OperationId, T> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** Body, for POSTs that only read; part of the key. */
  readonly body?: object
  /** Distinguishes queries that keep different parts of the same answer. */
  readonly view?: string
  /** @param before the last answer, if `read` itself reuses unchanged parts */
  readonly read: (body: unknown, before?: T) => T | Promise<T>
  /** `read` reuses unchanged parts. React Query would compare the whole answer at once, too slow for thousands of services. */
  readonly keepsSame?: true
  /** How long an answer is shown without asking again, in milliseconds. */
  readonly staleTime: number
  /** How long an unused answer is kept, in milliseconds. */
  readonly gcTime?: number
  /** Refresh interval in milliseconds while the answer is shown. No refresh while hidden or offline. */
  readonly refreshAfter?: (answer: T) => number
}

/** An operation that reads, as query options keyed `[operationId, params]`. */
export const readQuery = <Id extends OperationId, T>(
  api: Api,
  { operation, params, query, body, view, read, keepsSame, staleTime, gcTime, refreshAfter }: ReadOptions<Id, T>,
) => {
  const queryKey = [operation, { ...params, ...(view !== undefined && { view }), ...(body && { body }) }] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) =>
      readAnswer(operation, await api({ operation, params, query, body, signal }), (answer) =>
        read(answer, keepsSame && client.getQueryData<T>(queryKey)),
      ),
    staleTime,
    ...(keepsSame && { structuralSharing: false }),
    ...(gcTime !== undefined && { gcTime }),
    // If nothing was ever loaded, the user must press Retry; after a success, a failed refresh is repeated slowly.
    ...(refreshAfter && {
      refetchInterval: ({ state: { data, error } }: { state: { data: T | undefined; error: Error | null } }) =>
        data === undefined ? false : error === null ? refreshAfter(data) : SLOW_REFRESH_MS,
    }),
  })
}
