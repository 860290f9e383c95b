import { projectEvents } from '../../api/events.ts'
import type { Backend } from '../../api/use-api.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'

export const loadEventLog = ({ api, queryClient }: Backend, { project = '' }: RouteParams): void => {
  void queryClient.prefetchQuery(projectEvents(api, project))
}
