import { serviceBackups } from '../../../api/backups.ts'
import type { Backend } from '../../../api/use-api.ts'
import type { RouteParams } from '../../../features/routing/page-route.ts'

export const loadBackups = ({ api, queryClient }: Backend, { project = '', service = '' }: RouteParams): void => {
  void queryClient.prefetchQuery(serviceBackups(api, project, service))
}
