import type { QueryKey, UseQueryOptions } from '@tanstack/react-query'

import { aclList } from '../../api/acl.ts'
import type { Api } from '../../api/client.ts'
import { databaseList } from '../../api/databases.ts'
import { indexList } from '../../api/indexes.ts'
import { serviceGet } from '../../api/service.ts'
import type { ServiceAddress } from '../../api/service-update.ts'
import { topicList } from '../../api/topics.ts'
import type { Backend } from '../../api/use-api.ts'
import type { RouteParams } from '../../features/routing/page-route.ts'

/** Asks for a list beside the page's code, where the service is known to run: one that is off couldn't answer. */
const loading =
  <T, Key extends QueryKey>(list: (api: Api, address: ServiceAddress) => UseQueryOptions<T, Error, T, Key>) =>
  ({ api, queryClient }: Backend, { project = '', service = '' }: RouteParams): void => {
    const known = queryClient.getQueryData(serviceGet(api, project, service).queryKey)
    if (known && known.state !== 'POWEROFF') void queryClient.prefetchQuery(list(api, { project, service }))
  }

export const loadTopics = loading(topicList)
export const loadAcl = loading(aclList)
export const loadDatabases = loading(databaseList)
export const loadIndexes = loading(indexList)
