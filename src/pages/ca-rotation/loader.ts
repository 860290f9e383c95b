import { projectCa } from '../../api/project-ca.ts'
import { serviceList } from '../../api/service.ts'
import type { Backend } from '../../api/use-api.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'

/** The CA, and the services that use it. */
export const loadCaRotation = ({ api, queryClient }: Backend, { project = '' }: RouteParams): void => {
  void queryClient.prefetchQuery(projectCa(api, project))
  void queryClient.prefetchQuery(serviceList(api, project))
}
