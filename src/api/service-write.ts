/** How an operation that changes something becomes a mutation of React Query. */
import { mutationOptions, type QueryClient, type QueryKey } from '@tanstack/react-query'
import * as v from 'valibot'

import type { Api } from './client.ts'
import { wasRefused } from './errors.ts'
import type { OperationId, PathParams } from './operations.ts'
import { readAnswer } from './parse.ts'
import {
  checkEdits,
  NotSentError,
  tagsBody,
  unaskedChanges,
  updateBody,
  type Difference,
  type Edit,
} from './service-edit.ts'
import { readServiceGet, serviceGet, serviceList, type Service } from './service.ts'

/** First part of the key of everything that is worked out from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

interface Write<Id extends OperationId> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly query?: Readonly<Record<string, string>>
  /** Only the keys that change. */
  readonly body?: object
  /** A change of parts of a service, that are read afresh before it is sent: `body` is then made anew of what they are. */
  readonly edits?: readonly Edit[]
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

/** What came of a change. */
export interface WriteResult {
  /** What else is different since, or isn't as it was asked for; of changes without edits, nothing is known. */
  readonly unasked: readonly Difference[]
  /** It was made, but couldn't be read back. */
  readonly unread?: Error
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

/** The service at this moment, not as it was kept. */
const readNow = async (api: Api, { project = '', service_name = '' }: ServiceWrite['params']): Promise<Service> => {
  const { signal } = new AbortController()
  const params = { project, service_name }
  const answer = await api({ operation: 'ServiceGet', params, query: { include_secrets: 'false' }, signal })
  return readAnswer('ServiceGet', answer, readServiceGet)
}

/** @throws {NotSentError} where the service can't be read */
const readBefore = async (api: Api, params: ServiceWrite['params']): Promise<Service> => {
  try {
    return await readNow(api, params)
  } catch (cause) {
    throw new NotSentError('The service could not be read before the change.', { cause })
  }
}

const readBack = async (api: Api, { params }: ServiceWrite, before: Service, edits: readonly Edit[]) => {
  try {
    return { unasked: unaskedChanges(before, edits, await readNow(api, params)) }
  } catch (caught) {
    return { unasked: [], unread: caught instanceof Error ? caught : new Error(String(caught)) }
  }
}

/**
 * Sends a change, once. Its answer may be the whole service with its secrets: nothing of it is kept, and what the next
 * reads report is shown.
 */
export const sendWrite = (api: Api) =>
  mutationOptions({
    // Offline it fails at once: a change that waits for the network would be made when nobody expects it any more.
    networkMode: 'always',
    mutationFn: async (write: ServiceWrite): Promise<WriteResult> => {
      const { operation, params, query, body, edits, check = readServiceGet } = write
      const before = edits && (await readBefore(api, params))
      if (before) checkEdits(before, edits)
      const fresh = before && (operation === 'ServiceUpdate' ? updateBody(before, edits) : tagsBody(edits))
      // Not to be aborted: a change that has been sent may have been made.
      const { signal } = new AbortController()
      const answer = await api({ operation, params, query, body: fresh ?? body, signal })
      await readAnswer(operation, answer, check)
      return before ? readBack(api, write, before, edits) : { unasked: [] }
    },
    onSettled: (_data, error, { params, ends = false, changes = [] }, _result, { client }) => {
      const { project, service_name: service } = params
      for (const queryKey of changes) void client.invalidateQueries({ queryKey })
      if (project === undefined || service === undefined) return
      void refresh(api, client, project, service, ends && !(error && wasRefused(error)))
    },
  })
