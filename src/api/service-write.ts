/** How an operation that changes something becomes a mutation of React Query. */
import { mutationOptions, type QueryClient, type QueryKey } from '@tanstack/react-query'
import * as v from 'valibot'

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
  /** What else it changes, beside the service itself: keys of the queries that are asked again. */
  readonly changes?: readonly QueryKey[]
}

/** The request of a change, before it is sent: what it does is shown as a command too. */
export interface ServiceWrite extends Omit<Write<OperationId>, 'params'> {
  readonly params: Readonly<Record<string, string>>
}

/** The request, with its parameters held against the operation's path. */
export const makeWrite = <Id extends OperationId>(write: Write<Id>): ServiceWrite => write

const AcknowledgedSchema = v.object({ message: v.string() })

/** For `check`: the document promises a message and no more; an answer that says nothing is no proof that it was done. */
export const readAcknowledged = (answer: unknown) => v.parse(AcknowledgedSchema, answer)

/** What is known of a service is asked for again, whatever came of the change. */
const refresh = async (api: Api, client: QueryClient, project: string, service: string, ended: boolean) => {
  const { queryKey } = serviceGet(api, project, service)
  await Promise.all([
    // What may have been deleted is asked for when somebody opens it, not by the page that is being left.
    client.invalidateQueries({ queryKey, refetchType: ended ? 'none' : 'active' }),
    client.invalidateQueries({ queryKey: serviceList(api, project).queryKey }),
    // Every change is an event.
    client.invalidateQueries({ queryKey: ['ProjectGetEventLogs', { project }] }),
  ])
  await client.invalidateQueries({ queryKey: [PROJECT_CERTIFICATES, { project }], refetchType: 'all' })
}

/**
 * Sends a change, once. Its answer may be the whole service with its secrets: nothing of it is kept, and what the next
 * reads report is shown.
 */
export const sendWrite = (api: Api) =>
  mutationOptions({
    // Offline it fails at once: a change that waits for the network would be made when nobody expects it any more.
    networkMode: 'always',
    mutationFn: async ({ operation, params, query, body, check = readServiceGet }: ServiceWrite): Promise<void> => {
      // Not to be aborted: a change that has been sent may have been made.
      const { signal } = new AbortController()
      const answer = await api({ operation, params, query, body, signal })
      await readAnswer(operation, answer, check)
    },
    onSettled: (_data, error, { params, ends = false, changes = [] }, _result, { client }) => {
      const { project, service_name: service } = params
      for (const queryKey of changes) void client.invalidateQueries({ queryKey })
      if (project === undefined || service === undefined) return
      void refresh(api, client, project, service, ends && !(error && wasRefused(error)))
    },
  })
