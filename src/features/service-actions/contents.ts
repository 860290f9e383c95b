/** What is deleted with a service, as far as the service's own data says. */
import * as v from 'valibot'

import { readableItems } from '../../api/parse.ts'
import type { Service } from '../../api/service.ts'
import { hasPage } from '../../domain/catalog.ts'

const TopicSchema = v.object({ topic_name: v.string() })

const IntegrationSchema = v.object({
  integration_type: v.string(),
  source_service: v.nullish(v.string()),
  dest_service: v.nullish(v.string()),
  dest_endpoint: v.nullish(v.string()),
})

export interface Contents {
  readonly databases: readonly string[]
  readonly topics: readonly string[]
  /** The service has topics, but the API doesn't say which: the field is deprecated. */
  readonly hasUnlistedTopics: boolean
  /** What this service feeds: "metrics to metrics-db". */
  readonly feeds: readonly string[]
  /** What feeds it: "logs from orders-db". */
  readonly fedBy: readonly string[]
}

/** What a service holds, and what it is connected with. */
export const contentsOf = (service: Service): Contents => {
  const { service_name: name, service_type: type, databases, topics, service_integrations } = service
  const integrations = readableItems(IntegrationSchema, service_integrations)
  return {
    databases: readableItems(v.string(), databases),
    topics: readableItems(TopicSchema, topics).map(({ topic_name }) => topic_name),
    hasUnlistedTopics: hasPage(type, 'topics') && topics.length === 0,
    feeds: integrations
      .filter(({ source_service }) => source_service === name)
      .map((one) => `${one.integration_type} to ${one.dest_service ?? one.dest_endpoint ?? 'an endpoint'}`),
    fedBy: integrations
      .filter(({ source_service, dest_service }) => dest_service === name && source_service !== name)
      .map((one) => `${one.integration_type} from ${one.source_service ?? 'an endpoint'}`),
  }
}
