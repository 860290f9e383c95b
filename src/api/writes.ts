/**
 * What the console changes: service users' renewals and credentials. Each is tried once; the answer holds the whole
 * service with its secrets, so nothing of it is kept.
 */
import type { QueryClient } from '@tanstack/react-query'

import { statusOf } from './errors.ts'
import { serviceGet, serviceList, userInfo } from './queries.ts'
import { readAnswer, readServiceGet } from './read.ts'

/** Which service user is changed. */
export interface UserAddress {
  readonly project: string
  readonly service: string
  readonly username: string
}

/** First part of the key of everything that is worked out from a project's certificates. */
export const PROJECT_CERTIFICATES = 'ProjectCertificates'

const segment = encodeURIComponent

const userPath = ({ project, service, username }: UserAddress) =>
  `/project/${segment(project)}/service/${segment(service)}/user/${segment(username)}`

interface Write {
  readonly operation: string
  readonly path: string
  readonly body: object
}

/** Whatever came of it: what is known of the service is asked for again. */
const refresh = async (queryClient: QueryClient, { project, service }: UserAddress): Promise<void> => {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: serviceGet(project, service).queryKey }),
    queryClient.invalidateQueries({ queryKey: serviceList(project).queryKey }),
  ])
  await queryClient.invalidateQueries({ queryKey: [PROJECT_CERTIFICATES, { project }], refetchType: 'all' })
}

const write = async (queryClient: QueryClient, user: UserAddress, { operation, path, body }: Write): Promise<void> => {
  const { api } = queryClient.getDefaultOptions().queries?.meta ?? {}
  if (!api) throw new Error('The query client was made without an API client.')
  try {
    // Not to be aborted: a change that has been sent may have been made.
    const { signal } = new AbortController()
    readAnswer(operation, await api({ operation, path, body, signal }), readServiceGet)
  } catch (error) {
    // A token that is no good concerns the whole console: the session hears of it through this query.
    if (statusOf(error) === 401) void queryClient.prefetchQuery({ ...userInfo(), staleTime: 0 })
    throw error
  } finally {
    void refresh(queryClient, user)
  }
}

/**
 * `PUT …/user/{user}`, `acknowledge-renewal`: Aiven stops reminding. No certificate changes.
 * @throws {ApiError}
 */
export const acknowledgeRenewal = (queryClient: QueryClient, user: UserAddress): Promise<void> =>
  write(queryClient, user, {
    operation: 'ServiceUserCredentialsModify',
    path: userPath(user),
    body: { operation: 'acknowledge-renewal' },
  })

/**
 * `PUT …/user/{user}/credentials/reset`: a new password and, where the user has them, a new key and certificate.
 * What was good before is not any more.
 * @throws {ApiError}
 */
export const resetCredentials = (queryClient: QueryClient, user: UserAddress): Promise<void> =>
  write(queryClient, user, {
    operation: 'ServiceUserCredentialsReset',
    path: `${userPath(user)}/credentials/reset`,
    body: {},
  })
