/** How an operation that reads becomes a query of React Query. */
import { queryOptions } from '@tanstack/react-query'

import type { Api } from './client.ts'
import type { OperationId, PathParams } from './operations.ts'
import { readAnswer } from './parse.ts'

export const SECOND = 1000

/** Data counts as current for a minute. */
export const SLOWLY = 60 * SECOND

interface Read<Id extends OperationId, T> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** For POSTs that only read; a part of the key. */
  readonly body?: object
  /** Tells readings of one answer apart that keep different parts of it. */
  readonly view?: string
  /** @param before the last answer, where it's this that keeps what is the same in both */
  readonly read: (body: unknown, before?: T) => T | Promise<T>
  /** `read` does so. React Query compares the whole answer at once, which takes too long for thousands of services. */
  readonly keepsSame?: true
  /** How long an answer is shown without asking again, in milliseconds. */
  readonly staleTime: number
  /** How long an unused answer is kept, in milliseconds. */
  readonly gcTime?: number
  /** While the answer is shown: milliseconds after which it is asked for again. Never when hidden or offline. */
  readonly refreshAfter?: (answer: T) => number
}

/** An operation that reads, as query options keyed `[operationId, params]`. */
export const readQuery = <Id extends OperationId, T>(
  api: Api,
  { operation, params, query, body, view, read, keepsSame, staleTime, gcTime, refreshAfter }: Read<Id, T>,
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
    // What has never come is Retry's to ask for; what came once and then failed is asked for without haste.
    ...(refreshAfter && {
      refetchInterval: ({ state: { data, error } }: { state: { data: T | undefined; error: Error | null } }) =>
        data === undefined ? false : error === null ? refreshAfter(data) : SLOWLY,
    }),
  })
}
