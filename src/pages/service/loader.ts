import { projectCa } from '../../api/project-ca.ts'
import { serviceGet, serviceList } from '../../api/service.ts'
import type { Backend } from '../../api/use-api.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'

/** A service known from the list is shown at once; a request then updates it. */
const seedFromList = ({ api, queryClient }: Backend, project: string, service: string) => {
  const { queryKey } = serviceList(api, project)
  const listed = queryClient.getQueryData(queryKey)?.items.find((item) => item.service_name === service)
  const target = serviceGet(api, project, service).queryKey
  if (!listed || queryClient.getQueryData(target)) return
  const updatedAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt
  queryClient.setQueryData(target, listed, { ...(updatedAt !== undefined && { updatedAt }) })
}

/** The service, and the CA that every page of it offers. */
export const loadService = (backend: Backend, { project = '', service = '' }: RouteParams): void => {
  const { api, queryClient } = backend
  seedFromList(backend, project, service)
  void queryClient.prefetchQuery(projectCa(api, project))
  void queryClient.prefetchQuery(serviceGet(api, project, service))
}
