import { serviceGet } from '../../../api/service.ts'
import type { Backend } from '../../../api/use-api.ts'
import type { RouteParams } from '../../../features/routing/page-route.ts'
import { chooseEndpoint } from '../connection/endpoint-choice.ts'
import { chooseGuide, connectTo } from './choose-guide.ts'
import { recallClient } from './clients.ts'
import { guideTemplate } from './guide-template.ts'

/** Loads the page's guide once the service is known, often before the page's code. */
export const loadConnect = async (
  { api, queryClient }: Backend,
  { project = '', service: name = '' }: RouteParams,
  search: URLSearchParams,
): Promise<void> => {
  try {
    const service = await queryClient.ensureQueryData(serviceGet(api, project, name))
    const { endpoint } = chooseEndpoint(service.service_type, service.components, (param) => search.get(param))
    if (!endpoint) return
    const { facts } = connectTo({ project, service, endpoint, params: search, directory: '' })
    const { guide } = chooseGuide(facts, search.get('client'), recallClient(facts.protocol))
    if (guide) await queryClient.prefetchQuery(guideTemplate(guide))
  } catch {
    // The page requests the service too, and shows errors.
  }
}
