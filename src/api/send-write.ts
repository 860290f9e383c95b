/** How an operation that changes something becomes a mutation of React Query. */
import { mutationOptions, type QueryClient } from '@tanstack/react-query'

import type { Api } from './client.ts'
import { wasRefused } from './errors.ts'
import { readAnswer } from './parse.ts'
import { checkEdits, NotSentError, tagsBody, unrequestedChanges, updateBody, type Edit } from './service-edit.ts'
import { PROJECT_CERTIFICATES, type ServiceWrite, type WriteResult } from './service-write.ts'
import { readServiceGet, serviceGet, serviceList, type Service } from './service.ts'

/** Refetches what is known of a service, whatever the change's outcome. */
const refresh = async (api: Api, client: QueryClient, project: string, service: string, ended: boolean) => {
  const { queryKey } = serviceGet(api, project, service)
  await Promise.all([
    // A service that may be deleted is refetched when it is opened, not by the page that is being left.
    client.invalidateQueries({ queryKey, refetchType: ended ? 'none' : 'active' }),
    client.invalidateQueries({ queryKey: serviceList(api, project).queryKey }),
    // Every change adds an event.
    client.invalidateQueries({ queryKey: ['ProjectGetEventLogs', { project }] }),
  ])
  await client.invalidateQueries({ queryKey: [PROJECT_CERTIFICATES, { project }], refetchType: 'all' })
}

/** The service as it is now, not from the cache. */
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
    throw new NotSentError('The service couldn’t be read before the change.', { cause })
  }
}

const readBack = async (api: Api, { params }: ServiceWrite, before: Service, edits: readonly Edit[]) => {
  try {
    const service = await readNow(api, params)
    return { unrequested: unrequestedChanges(before, edits, service), service }
  } catch (caught) {
    return { unrequested: [], unread: caught instanceof Error ? caught : new Error(String(caught)) }
  }
}

/**
 * Sends a change once. Its answer may be the whole service with its secrets, so none of it is kept: pages show the next
 * read.
 */
export const sendWrite = (api: Api) =>
  mutationOptions({
    // Fails at once when offline: a change that waited for the network would happen unexpectedly later.
    networkMode: 'always',
    mutationFn: async (write: ServiceWrite): Promise<WriteResult> => {
      const { operation, params, query, body, edits, check = readServiceGet } = write
      const before = edits && (await readBefore(api, params))
      if (before) checkEdits(before, edits)
      const fresh = before && (operation === 'ServiceUpdate' ? updateBody(before, edits) : tagsBody(edits))
      // Not abortable: a change that was sent may have been made.
      const { signal } = new AbortController()
      const answer = await api({ operation, params, query, body: fresh ?? body, signal })
      await readAnswer(operation, answer, check)
      return before ? readBack(api, write, before, edits) : { unrequested: [] }
    },
    onSettled: (_data, error, { params, ends = false, changes = [] }, _result, { client }) => {
      const { project, service_name: service } = params
      for (const queryKey of changes) void client.invalidateQueries({ queryKey })
      if (project === undefined || service === undefined) return
      void refresh(api, client, project, service, ends && !(error && wasRefused(error)))
    },
  })
