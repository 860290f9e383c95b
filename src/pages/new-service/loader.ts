import { projectClouds, projectVpcs, serviceTypes, serviceVersions } from '../../api/project-offer.ts'
import { projectList } from '../../api/project.ts'
import { serviceList } from '../../api/service.ts'
import type { Backend } from '../../api/use-api.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'

/** Loads the options, and the names that are taken. */
export const loadCatalogue = ({ api, queryClient }: Backend, { project = '' }: RouteParams): void => {
  void queryClient.prefetchQuery(serviceTypes(api, project))
  void queryClient.prefetchQuery(projectClouds(api, project))
  void queryClient.prefetchQuery(projectVpcs(api, project))
  void queryClient.prefetchQuery(serviceVersions(api))
  void queryClient.prefetchQuery(projectList(api))
  void queryClient.prefetchQuery(serviceList(api, project))
}
