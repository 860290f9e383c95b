/** The verdict on an endpoint or a service: whether the project's CA certificate is required, and how that is known. */
import {
  authenticationMethod,
  kafkaCa,
  mainComponent,
  MONITORING_COMPONENTS,
  rankEndpoints,
  type Endpoint,
} from './endpoint.ts'
import { REQUIREMENTS, type Match, type Need, type Requirement } from './requirements.ts'
import { hasPublicSasl, isTlsOff, kafkaMethods, type ServiceSettings } from './service-settings.ts'

export type Mark = Need | 'unknown'

/** Where a verdict comes from: a documented field of the API, the table, an undocumented field, a live certificate, or unknown. */
export type Basis = 'api' | 'table' | 'hint' | 'observed' | 'unknown'

export interface Verdict {
  readonly mark: Mark
  readonly basis: Basis
  /** The client must present a certificate and key of its own. */
  readonly clientCertificate: boolean
  /** The endpoint isn't encrypted at all. */
  readonly plaintext: boolean
  readonly reason: string
  readonly without: string
  /** The row that matched, with its source; undefined when none did. */
  readonly row: Requirement | undefined
  readonly evidence: Evidence
}

/** The facts behind a verdict; `evidence.ts` explains them. */
export interface Evidence {
  readonly service_type: string
  /** The endpoint that was judged; undefined where the service has none, and its type was judged. */
  readonly endpoint: Endpoint | undefined
  /** Kafka's ways to log in by the service's settings, where these stand in for an endpoint. */
  readonly methods?: ReturnType<typeof kafkaMethods> | undefined
  /** The facts of the API that the row asks for; undefined when no row matched. */
  readonly match: Match | undefined
  readonly hint: Hint | undefined
}

/** An undocumented field of the API about the CA. */
export interface Hint {
  readonly field: 'features.letsencrypt' | 'connection_info.letsencrypt'
  readonly value: boolean
}

/** The facts about a service that a verdict needs. `letsencrypt` is undocumented, so it's only a hint. */
export interface ServiceFacts {
  readonly service_type: string
  readonly components: readonly Endpoint[]
  /** The service's settings, used if it has no endpoint. */
  readonly user_config?: ServiceSettings | undefined
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

/** Rows for any type go first: a type's own row doesn't apply to its monitoring or plaintext endpoints. */
const ORDERED_ROWS = [
  ...REQUIREMENTS.filter((row) => forAnyType(row)),
  ...REQUIREMENTS.filter((row) => !forAnyType(row)),
]

const findRow = (serviceType: string, endpoint: Endpoint): { row?: Requirement; match?: Match } => {
  for (const row of ORDERED_ROWS) {
    const match = row.match.find((candidate) => matches(candidate, serviceType, endpoint))
    if (match) return { row, match }
  }
  return {}
}

const unknown = (what: string, clientCertificate: boolean): Omit<Verdict, 'evidence'> => ({
  mark: 'unknown',
  basis: 'unknown',
  clientCertificate,
  plaintext: false,
  reason: `The requirements table has no row for ${what}.`,
  without: 'Check Aiven’s documentation of this service, or inspect the live certificate, before you trust either CA.',
  row: undefined,
})

const findHint = ({ features, connection_info }: ServiceFacts): Hint | undefined => {
  const field = features?.letsencrypt === undefined ? 'connection_info.letsencrypt' : 'features.letsencrypt'
  const value = features?.letsencrypt ?? connection_info?.letsencrypt
  return value === undefined ? undefined : { field, value }
}

/** Hints apply only to starred rows. */
const withHint = ({ starred }: Requirement, hint: Hint | undefined): Partial<Verdict> => {
  if (!starred || hint === undefined) return {}
  return hint.value
    ? {
        basis: 'hint',
        reason: `Signed by a public CA. The API’s undocumented field ${hint.field} (true) agrees.`,
        without: 'Clients verify the server with their own trust store. Pinning the project CA here breaks them.',
      }
    : {
        basis: 'hint',
        mark: 'required',
        reason: `An old service: the API’s undocumented field ${hint.field} (false) says that the project’s CA still signs it.`,
        without: 'Clients that verify the server don’t connect. Clients that skip the check trust any server.',
      }
}

/** What happens without the certificate, as a sentence. */
export const consequence = ({ mark, without }: Pick<Verdict, 'mark' | 'without'>): string =>
  mark === 'required' ? `Without it: ${without.charAt(0).toLowerCase()}${without.slice(1)}` : without

const judge = (service: ServiceFacts, endpoint: Endpoint, isReal: boolean): Verdict => {
  const { service_type } = service
  const { row, match } = findRow(service_type, endpoint)
  const hint = findHint(service)
  const methods = isReal || service_type !== 'kafka' ? undefined : kafkaMethods(service.user_config ?? {})
  const evidence = { service_type, endpoint: isReal ? endpoint : undefined, methods, match, hint }
  if (!row) {
    const what = REQUIREMENTS.some((known) => known.match.some((m) => m.service_type === service_type))
      ? `this kind of endpoint ("${endpoint.component}") of ${service_type}`
      : `service type "${service_type}"`
    return { ...unknown(what, endpoint.kafka_authentication_method === 'certificate'), evidence }
  }
  return {
    mark: row.need,
    basis: endpoint.ssl === false || endpoint.kafka_ssl_ca !== undefined ? 'api' : 'table',
    clientCertificate: row.clientCertificate,
    plaintext: endpoint.ssl === false,
    reason: row.reason,
    without: row.without,
    row,
    ...withHint(row, hint),
    evidence,
  }
}

/** The verdict on one endpoint of a service. */
export const endpointVerdict = (service: ServiceFacts, endpoint: Endpoint): Verdict => judge(service, endpoint, true)

/**
 * The endpoint that a service is judged by, or undefined where there is none (powered off, building, or
 * nothing but monitoring).
 */
export const primaryEndpoint = <T extends Endpoint>(serviceType: string, endpoints: readonly T[]): T | undefined =>
  rankEndpoints(serviceType, endpoints).find(({ component }) => !MONITORING_COMPONENTS.includes(component))

/** Replaces a missing endpoint: the usual one of the service's type, with its settings. */
const usualEndpoint = ({ service_type, user_config = {} }: ServiceFacts): Endpoint => {
  const method = service_type === 'kafka' && !kafkaMethods(user_config).certificate ? 'sasl' : undefined
  return {
    component: mainComponent(service_type) ?? '',
    host: '',
    port: 0,
    route: 'dynamic',
    usage: 'primary',
    kafka_authentication_method: method,
    kafka_ssl_ca: method === 'sasl' && hasPublicSasl(user_config) ? 'letsencrypt' : undefined,
    ssl: isTlsOff(service_type, user_config) ? false : undefined,
  }
}

/** Computed once per answer: lists need thousands of them, and health needs them again. */
const verdicts = new WeakMap<ServiceFacts, Verdict>()

/** The one verdict on a service: its primary endpoint's, else its type's and its settings'. */
export const serviceVerdict = (service: ServiceFacts): Verdict => {
  const before = verdicts.get(service)
  if (before) return before
  const endpoint = primaryEndpoint(service.service_type, service.components)
  const verdict = judge(service, endpoint ?? usualEndpoint(service), endpoint !== undefined)
  verdicts.set(service, verdict)
  return verdict
}

/** The table's first row for a service type, with its name. */
export const typeRow = (serviceType: string): Requirement | undefined =>
  REQUIREMENTS.find(({ match }) => match.some(({ service_type }) => service_type === serviceType))
