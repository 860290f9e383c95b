import { serviceIntegrations } from '../../../api/integrations.ts'
import type { Backend } from '../../../api/use-api.ts'
import type { RouteParams } from '../../../features/routing/page-route.ts'

export const loadIntegrations = ({ api, queryClient }: Backend, { project = '', service = '' }: RouteParams): void => {
  void queryClient.prefetchQuery(serviceIntegrations(api, project, service))
}
