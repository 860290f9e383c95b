import { paths } from '../../../lib/paths.ts'
import type { Endpoint } from '../../../domain/endpoint.ts'
import type { EndpointChoice } from '../connection/endpoint-choice.ts'

/**
 * A URL with project, service, endpoint and user by name, so that it stays valid when the service gets more of them.
 * Nothing else of the current URL is included.
 */
export const shareLink = (
  origin: string,
  project: string,
  service: string,
  { endpoint, tabs, questions }: EndpointChoice<Endpoint>,
  username: string | undefined,
): string => {
  const url = new URL(paths.service(project, service), origin)
  if (endpoint && tabs.length > 1) url.searchParams.set('component', endpoint.component)
  for (const { name, value } of questions) url.searchParams.set(name, value)
  if (username !== undefined) url.searchParams.set('user', username)
  return url.href
}
