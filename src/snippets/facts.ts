/** Turns an endpoint of the API into the facts that guides get. */
import { uriScheme, usesServiceUser } from '../domain/connection.ts'
import { authenticationMethod, type Endpoint } from '../domain/endpoint.ts'
import { saslMechanism, type ServiceSettings } from '../domain/service-settings.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Authentication, ConnectionFacts, Protocol, Trust } from './guide.ts'

/** Components whose service URI has no scheme: ClickHouse's own protocol, not its HTTPS. */
const OWN_PROTOCOLS = ['kafka', 'cassandra', 'clickhouse'] as const

/** By the scheme of the component's service URI. */
const PROTOCOLS: Readonly<Record<string, Protocol | undefined>> = {
  postgres: 'postgresql',
  mysql: 'mysql',
  rediss: 'redis',
  valkeys: 'redis',
  https: 'https',
}

const protocolOf = (component: string): Protocol =>
  OWN_PROTOCOLS.find((one) => one === component) ?? PROTOCOLS[uriScheme(component) ?? ''] ?? 'other'

/** Placeholder for the user of an integration, whom the API doesn't name. */
const USER_PLACEHOLDER = 'YOUR_USER'

/**
 * Who signs the endpoint's certificate, so far as the verdict says. `sure` is false where only the table speaks, of a
 * type whose old services use the project CA, or nobody does: then the user must say. Either answer is safe, for the
 * wrong one refuses to connect.
 */
export const trustOf = ({ mark, basis, plaintext, row }: Verdict): { trust: Trust; sure: boolean } => {
  if (plaintext) return { trust: 'plaintext', sure: true }
  const sure = mark !== 'unknown' && !(row?.starred === true && basis === 'table')
  return { trust: mark === 'required' ? 'project-ca' : 'public-ca', sure }
}

const authenticationOf = (endpoint: Endpoint): Authentication => {
  if (endpoint.component !== 'kafka') return 'password'
  return authenticationMethod(endpoint) === 'sasl' ? 'sasl' : 'certificate'
}

interface Choices {
  readonly project: string
  readonly service: string
  readonly endpoint: Endpoint
  /** The service's `user_config`: which SASL mechanism is on. */
  readonly settings: ServiceSettings
  readonly trust: Trust
  readonly user: string | undefined
  readonly database: string | undefined
  readonly directory: string
  readonly password: string | undefined
}

/** What guides are written with, from an endpoint and what the user chose. */
export const connectionFacts = ({ endpoint, settings, user, ...choices }: Choices): ConnectionFacts => {
  const { component, host, port, path } = endpoint
  const protocol = protocolOf(component)
  const authentication = authenticationOf(endpoint)
  return {
    ...choices,
    protocol,
    component,
    host,
    port,
    path,
    user: usesServiceUser(component) ? (user ?? USER_PLACEHOLDER) : USER_PLACEHOLDER,
    authentication,
    mechanism: authentication === 'sasl' ? saslMechanism(settings) : undefined,
  }
}
