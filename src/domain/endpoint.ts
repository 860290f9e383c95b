/**
 * Endpoints: one entry of a service's `components`, the facts that tell them apart, and which of
 * them a service is judged by.
 */
import { REQUIREMENTS } from './requirements.ts'

/** One entry of `components` (Aiven's OpenAPI document, ServiceGet), with the API's field names. */
export interface Endpoint {
  readonly component: string
  readonly host: string
  readonly port: number
  readonly route: string
  readonly usage: string
  readonly kafka_authentication_method?: string | undefined
  readonly kafka_ssl_ca?: string | undefined
  readonly path?: string | undefined
  /** false: not encrypted. Absent: encrypted. */
  readonly ssl?: boolean | undefined
}

/** Components that scrapers use, never the service's own clients. */
export const MONITORING_COMPONENTS: readonly string[] = ['prometheus', 'jolokia']

/** How clients log in, with defaults for what the API leaves out: only Kafka endpoints have a choice. */
export const authenticationMethod = (endpoint: Endpoint): string =>
  endpoint.kafka_authentication_method ?? 'certificate'

/** Which CA signs a Kafka endpoint; one that doesn't say uses the project CA. */
export const kafkaCa = (endpoint: Endpoint): string => endpoint.kafka_ssl_ca ?? 'project_ca'

/** The components that the table lists for a type, most important first. */
const knownComponents = (serviceType: string): readonly string[] => [
  ...new Set(
    REQUIREMENTS.flatMap(({ match }) => match)
      .filter(({ service_type }) => service_type === serviceType)
      .flatMap(({ components }) => components ?? []),
  ),
]

/** The component that a type's own clients use first, or undefined for a type that names none. */
export const mainComponent = (serviceType: string): string | undefined => knownComponents(serviceType)[0]

/** Position in the order; what it doesn't name comes after all of it. */
const positionIn = (order: readonly string[], value: string): number => {
  const index = order.indexOf(value)
  return index === -1 ? order.length : index
}

/**
 * A service's endpoints, best first: its type's main component; usage primary; route dynamic, public,
 * private, privatelink; client certificate before SASL; project CA before public CA. Monitoring comes
 * last. What isn't known keeps the API's order, behind what is.
 */
export const rankEndpoints = <T extends Endpoint>(serviceType: string, endpoints: readonly T[]): T[] => {
  const components = knownComponents(serviceType)
  const rank = (endpoint: T): number[] => [
    MONITORING_COMPONENTS.includes(endpoint.component) ? 1 : 0,
    positionIn(components, endpoint.component),
    positionIn(['primary'], endpoint.usage),
    positionIn(['dynamic', 'public', 'private', 'privatelink'], endpoint.route),
    positionIn(['certificate', 'sasl'], authenticationMethod(endpoint)),
    positionIn(['project_ca', 'letsencrypt'], kafkaCa(endpoint)),
  ]
  return endpoints
    .map((endpoint) => ({ endpoint, key: rank(endpoint) }))
    .toSorted((a, b) => {
      const index = a.key.findIndex((part, i) => part !== b.key[i])
      return index === -1 ? 0 : (a.key[index] ?? 0) - (b.key[index] ?? 0)
    })
    .map(({ endpoint }) => endpoint)
}
