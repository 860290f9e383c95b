/** How an operation that changes a service becomes a mutation of React Query. */
import { mutationOptions, type QueryClient } from '@tanstack/react-query'

import type { Api } from './client.ts'
import { wasRefused } from './errors.ts'
import type { OperationId, PathParams } from './operations.ts'
import { readAnswer } from './parse.ts'
import { readServiceGet, serviceGet, serviceList } from './service.ts'

/** First part of the key of everything that is worked out from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

interface Write<Id extends OperationId> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** Only the keys that change. */
  readonly body?: object
  /** Throws a schema's error where the answer isn't what a change that was made is answered with; a service, unless said. */
  readonly check?: (answer: unknown) => unknown
  /** Once it is done, the service isn't there any more. */
  readonly ends?: true
}

/** The request of a change, before it is sent: what it does is shown as a command too. */
export interface ServiceWrite extends Omit<Write<OperationId>, 'params'> {
  readonly params: Readonly<Record<string, string>>
}

/** The request, with its parameters held against the operation's path. */
export const makeWrite = <Id extends OperationId>(write: Write<Id>): ServiceWrite => write

/** What is known of a service is asked for again, whatever came of the change. */
const refresh = async (api: Api, client: QueryClient, project: string, service: string, ended: boolean) => {
  const { queryKey } = serviceGet(api, project, service)
  await Promise.all([
    // What may have been deleted is asked for when somebody opens it, not by the page that is being left.
    client.invalidateQueries({ queryKey, refetchType: ended ? 'none' : 'active' }),
    client.invalidateQueries({ queryKey: serviceList(api, project).queryKey }),
  ])
  await client.invalidateQueries({ queryKey: [PROJECT_CERTIFICATES, { project }], refetchType: 'all' })
}

/**
 * A change of a service, sent once. Its answer is the whole service with its secrets: nothing of it is kept, and
 * what the next reads report is shown.
 */
export const serviceWrite = (api: Api, write: ServiceWrite) => {
  const { operation, params, query, body, check = readServiceGet, ends = false } = write
  const { project, service_name: service } = params
  return mutationOptions({
    mutationKey: [operation, params] as const,
    // Offline it fails at once: a change that waits for the network would be made when nobody expects it any more.
    networkMode: 'always',
    mutationFn: async (): Promise<void> => {
      // Not to be aborted: a change that has been sent may have been made.
      const { signal } = new AbortController()
      const answer = await api({ operation, params, query, body, signal })
      await readAnswer(operation, answer, check)
    },
    onSettled: (_data, error, _variables, _result, { client }) => {
      if (project === undefined || service === undefined) return
      void refresh(api, client, project, service, ends && !(error && wasRefused(error)))
    },
  })
}
