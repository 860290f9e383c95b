/** How an operation that changes a service becomes a mutation of React Query. */
import { mutationOptions, type QueryClient } from '@tanstack/react-query'

import type { Api } from './client.ts'
import type { OperationId, PathParams } from './operations.ts'
import { readAnswer } from './parse.ts'
import { readServiceGet, serviceGet, serviceList } from './service.ts'

/** First part of the key of everything that is worked out from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

/** What is known of a service is asked for again, whatever came of the change. */
const refresh = async (api: Api, client: QueryClient, project: string, service: string): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: serviceGet(api, project, service).queryKey }),
    client.invalidateQueries({ queryKey: serviceList(api, project).queryKey }),
  ])
  await client.invalidateQueries({ queryKey: [PROJECT_CERTIFICATES, { project }], refetchType: 'all' })
}

interface Write<Id extends OperationId> {
  readonly operation: Id
  readonly params: PathParams<Id>
  readonly body?: object
}

/**
 * A change of a service, sent once. Its answer is the whole service with its secrets: nothing of it is kept, and
 * what the next reads report is shown.
 */
export const serviceWrite = <Id extends OperationId>(api: Api, { operation, params, body }: Write<Id>) => {
  const { project, service_name: service } = params as Record<string, string>
  return mutationOptions({
    mutationKey: [operation, params] as const,
    mutationFn: async (): Promise<void> => {
      // Not to be aborted: a change that has been sent may have been made.
      const answer = await api({ operation, params, body, signal: new AbortController().signal })
      await readAnswer(operation, answer, readServiceGet)
    },
    onSettled: (_data, _error, _variables, _result, { client }) => {
      if (project !== undefined && service !== undefined) void refresh(api, client, project, service)
    },
  })
}
