/** The verdict on an endpoint, and on a service: is the project's CA certificate required, and who says so. */
import {
  authenticationMethod,
  kafkaCa,
  mainComponent,
  MONITORING_COMPONENTS,
  rankEndpoints,
  type Endpoint,
} from './endpoint.ts'
import { REQUIREMENTS, type Match, type Need, type Requirement } from './requirements.ts'

export type Mark = Need | 'unknown'

/** Whose word a verdict is: a documented field of the API, the table, an undocumented field, or nobody's. */
export type Basis = 'api' | 'table' | 'hint' | 'observed' | 'unknown'

export interface Verdict {
  readonly mark: Mark
  readonly basis: Basis
  /** The client must present a certificate and key of its own. */
  readonly clientCertificate: boolean
  /** The endpoint is not encrypted at all. */
  readonly plaintext: boolean
  readonly reason: string
  readonly without: string
  /** The row that matched, with its source; undefined when none did. */
  readonly row: Requirement | undefined
}

/** What a verdict needs to know of a service. `letsencrypt` is undocumented and only ever a hint. */
export interface ServiceFacts {
  readonly service_type: string
  readonly components: readonly Endpoint[]
  readonly features?: { readonly letsencrypt?: boolean | undefined } | undefined
  readonly connection_info?: { readonly letsencrypt?: boolean | undefined } | undefined
}

const matches = (match: Match, serviceType: string, endpoint: Endpoint): boolean =>
  (match.service_type ?? serviceType) === serviceType &&
  (match.components?.includes(endpoint.component) ?? true) &&
  (match.kafka_authentication_method ?? authenticationMethod(endpoint)) === authenticationMethod(endpoint) &&
  (match.kafka_ssl_ca ?? kafkaCa(endpoint)) === kafkaCa(endpoint) &&
  (match.ssl === undefined || match.ssl === endpoint.ssl)

const forAnyType = (row: Requirement): boolean => row.match.every(({ service_type }) => service_type === undefined)

/** Rows that hold for any type go first: no type's own row speaks for its monitoring or plaintext endpoints. */
const ORDERED_ROWS = [
  ...REQUIREMENTS.filter((row) => forAnyType(row)),
  ...REQUIREMENTS.filter((row) => !forAnyType(row)),
]

const rowFor = (serviceType: string, endpoint: Endpoint): Requirement | undefined =>
  ORDERED_ROWS.find((row) => row.match.some((match) => matches(match, serviceType, endpoint)))

const unknown = (what: string, clientCertificate: boolean): Verdict => ({
  mark: 'unknown',
  basis: 'unknown',
  clientCertificate,
  plaintext: false,
  reason: `The requirements table has no row for ${what}.`,
  without:
    "Look in Aiven's documentation of this service, or at the certificate that the server presents, before you trust either CA.",
  row: undefined,
})

const withHint = (row: Requirement, { features, connection_info }: ServiceFacts): Partial<Verdict> => {
  const field = features?.letsencrypt === undefined ? 'connection_info.letsencrypt' : 'features.letsencrypt'
  const hint = features?.letsencrypt ?? connection_info?.letsencrypt
  if (!row.starred || hint === undefined) return {}
  return hint
    ? {
        basis: 'hint',
        reason: `A public CA signs this endpoint; the API's undocumented field ${field} (true) agrees.`,
        without: 'Clients verify the server with the trust store they have. Pinning the project CA here breaks them.',
      }
    : {
        basis: 'hint',
        mark: 'required',
        reason: `An old service: the API's undocumented field ${field} (false) says that the project's own CA still signs it.`,
        without: 'Clients that verify the server refuse to connect; one that skips the check trusts any server.',
      }
}

/** What happens without the certificate, as it stands in a text about it. */
export const consequence = ({ mark, without }: Pick<Verdict, 'mark' | 'without'>): string =>
  mark === 'required' ? `Without it: ${without.charAt(0).toLowerCase()}${without.slice(1)}` : without

/** The verdict on one endpoint of a service. */
export const endpointVerdict = (service: ServiceFacts, endpoint: Endpoint): Verdict => {
  const row = rowFor(service.service_type, endpoint)
  if (!row) {
    const what = REQUIREMENTS.some(({ match }) => match.some((m) => m.service_type === service.service_type))
      ? `this kind of endpoint ("${endpoint.component}") of ${service.service_type}`
      : `service type "${service.service_type}"`
    return unknown(what, endpoint.kafka_authentication_method === 'certificate')
  }
  return {
    mark: row.need,
    basis: endpoint.ssl === false || endpoint.kafka_ssl_ca !== undefined ? 'api' : 'table',
    clientCertificate: row.clientCertificate,
    plaintext: endpoint.ssl === false,
    reason: row.reason,
    without: row.without,
    row,
    ...withHint(row, service),
  }
}

/**
 * The endpoint that a service is judged by, or undefined where there is none (powered off, building, or
 * nothing but monitoring).
 */
export const primaryEndpoint = <T extends Endpoint>(serviceType: string, endpoints: readonly T[]): T | undefined =>
  rankEndpoints(serviceType, endpoints).find(({ component }) => !MONITORING_COMPONENTS.includes(component))

/** The one verdict on a service: its primary endpoint's, else its type's. */
export const serviceVerdict = (service: ServiceFacts): Verdict =>
  endpointVerdict(
    service,
    primaryEndpoint(service.service_type, service.components) ?? {
      component: mainComponent(service.service_type) ?? '',
      host: '',
      port: 0,
      route: 'dynamic',
      usage: 'primary',
    },
  )

/** The table's first row for a service type: what it is called, and what the type's page says. */
export const typeRow = (serviceType: string): Requirement | undefined =>
  REQUIREMENTS.find(({ match }) => match.some(({ service_type }) => service_type === serviceType))
