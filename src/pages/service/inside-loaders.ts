import type { QueryKey, UseQueryOptions } from '@tanstack/react-query'

import { aclList } from '../../api/acl.ts'
import type { Api } from '../../api/client.ts'
import { databaseList } from '../../api/databases.ts'
import { indexList } from '../../api/indexes.ts'
import { serviceGet } from '../../api/service.ts'
import type { ServiceAddress } from '../../api/service-address.ts'
import { topicList } from '../../api/topics.ts'
import type { Backend } from '../../api/use-api.ts'
import { hasPage } from '../../domain/catalog.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'
import type { ServicePage } from '../../lib/paths.ts'

/** Loads a page's list in parallel with its code, if the service is known to run and to have the page. */
const loading =
  <T, Key extends QueryKey>(
    page: ServicePage,
    list: (api: Api, address: ServiceAddress) => UseQueryOptions<T, Error, T, Key>,
  ) =>
  ({ api, queryClient }: Backend, { project = '', service = '' }: RouteParams): void => {
    const known = queryClient.getQueryData(serviceGet(api, project, service).queryKey)
    if (known && known.state !== 'POWEROFF' && hasPage(known.service_type, page))
      void queryClient.prefetchQuery(list(api, { project, service }))
  }

export const loadTopics = loading('topics', topicList)
export const loadAcl = loading('acl', aclList)
export const loadDatabases = loading('databases', databaseList)
export const loadIndexes = loading('indexes', indexList)
