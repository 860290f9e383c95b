/** How endpoints are named and addressed: labels of components, and the service URI of any of them. */
import type { Endpoint } from './endpoint.ts'
import { lookup } from '../lib/lookup.ts'

interface ComponentKind {
  /** Name of the tab. */
  readonly label: string
  /** URI scheme; without one the address is `host:port`. */
  readonly scheme?: string
  /** Scheme while TLS is off, for components that may switch it off. */
  readonly plainScheme?: string
  /** The URI names a database, and carries this parameter of `service_uri_params`. */
  readonly option?: 'sslmode' | 'ssl-mode'
  readonly database?: boolean
  /** The query of a URI by which clients verify the server with the project's CA in `ca.pem`, where such a URI exists. */
  readonly verifying?: string
  /** Logs in with credentials of an integration, not with those of a service user. */
  readonly ownLogin?: boolean
}

const HTTPS = { scheme: 'https' }

/** In the words of libpq; a file's name is relative to where the client runs. */
const LIBPQ = 'sslmode=verify-full&sslrootcert=ca.pem'

const COMPONENTS: Record<string, ComponentKind> = {
  pg: { label: 'PostgreSQL', scheme: 'postgres', database: true, option: 'sslmode', verifying: LIBPQ },
  pgbouncer: { label: 'PgBouncer', scheme: 'postgres', database: true, option: 'sslmode', verifying: LIBPQ },
  mysql: { label: 'MySQL', scheme: 'mysql', database: true, option: 'ssl-mode' },
  mysqlx: { label: 'MySQLx', scheme: 'mysqlx', database: true, option: 'ssl-mode' },
  kafka: { label: 'Kafka' },
  schema_registry: { label: 'Schema Registry', ...HTTPS },
  kafka_rest: { label: 'REST', ...HTTPS },
  kafka_connect: { label: 'Kafka Connect', ...HTTPS },
  opensearch: { label: 'OpenSearch', ...HTTPS },
  opensearch_dashboards: { label: 'OpenSearch Dashboards', ...HTTPS },
  elasticsearch: { label: 'Elasticsearch', ...HTTPS },
  kibana: { label: 'Kibana', ...HTTPS },
  grafana: { label: 'Grafana', ...HTTPS },
  influxdb: { label: 'InfluxDB', scheme: 'https+influxdb', database: true },
  redis: { label: 'Redis', scheme: 'rediss', plainScheme: 'redis' },
  valkey: { label: 'Valkey', scheme: 'valkeys', plainScheme: 'valkey' },
  dragonfly: { label: 'Dragonfly', scheme: 'rediss', plainScheme: 'redis' },
  cassandra: { label: 'Cassandra' },
  clickhouse: { label: 'ClickHouse' },
  clickhouse_https: { label: 'ClickHouse HTTPS and JDBC', ...HTTPS },
  clickhouse_mysql: { label: 'ClickHouse MySQL' },
  clickhouse_arrowflight: { label: 'ClickHouse Arrow Flight' },
  flink: { label: 'Flink', ...HTTPS },
  m3coordinator: { label: 'M3 Coordinator', ...HTTPS },
  query_frontend: { label: 'Query frontend', ...HTTPS },
  query: { label: 'Query', ...HTTPS },
  receiver_routing: { label: 'Receiver', ...HTTPS },
  application: { label: 'Application', ...HTTPS },
  prometheus: { label: 'Prometheus', ownLogin: true, ...HTTPS },
  jolokia: { label: 'Jolokia', ownLogin: true, ...HTTPS },
}

/** A component's label; an unknown component keeps its code. */
export const componentLabel = (component: string): string => lookup(COMPONENTS, component)?.label ?? component

/** Scheme of the component's service URI, with TLS; undefined for those addressed by host and port alone. */
export const uriScheme = (component: string): string | undefined => lookup(COMPONENTS, component)?.scheme

/** Whether clients of this component log in as a service user, so far as the console knows. */
export const usesServiceUser = (component: string): boolean => lookup(COMPONENTS, component)?.ownLogin !== true

/** The parts of a service URI. */
export interface Address {
  readonly endpoint: Endpoint
  readonly username: string | undefined
  /** Database or pool. */
  readonly database: string | undefined
  /** `service_uri_params` as the API sent them. */
  readonly params: Readonly<Record<string, string | undefined>>
}

/** The value of `sslmode` or `ssl-mode`, for protocols that have it. */
export const sslMode = ({ endpoint, params }: Address): string | undefined => {
  const option = lookup(COMPONENTS, endpoint.component)?.option
  return option && params[option]
}

/** The database or pool that the URI names, for protocols that have it. */
export const databaseName = ({ endpoint, database }: Address): string | undefined =>
  lookup(COMPONENTS, endpoint.component)?.database ? database : undefined

/** A service URI in three parts, so that the login in the middle can be masked; `login` is false if it has none. */
export interface UriParts {
  readonly before: string
  readonly login: boolean
  readonly after: string
}

const uriWith = (address: Address, query: string): UriParts => {
  const { endpoint, username } = address
  const { host, port, path = '', ssl, component } = endpoint
  const kind = lookup(COMPONENTS, component)
  const authority = `${host}:${String(port)}`
  const scheme = ssl === false ? kind?.plainScheme : kind?.scheme
  if (scheme === undefined) return { before: authority, login: false, after: '' }
  const database = databaseName(address)
  const end = database === undefined ? path : `/${encodeURIComponent(database)}`
  const login = username !== undefined && usesServiceUser(component)
  return { before: `${scheme}://`, login, after: `${login ? '@' : ''}${authority}${end}${query && `?${query}`}` }
}

/** The service URI as Aiven gives it. */
export const serviceUri = (address: Address): UriParts => {
  const mode = sslMode(address)
  const option = lookup(COMPONENTS, address.endpoint.component)?.option
  return uriWith(address, mode === undefined ? '' : `${String(option)}=${encodeURIComponent(mode)}`)
}

/** The part of a verdict that decides whether a URI verifies the server. */
interface Trust {
  readonly mark: 'required' | 'optional' | 'unknown'
  readonly plaintext: boolean
}

/** The URI with which clients verify the server with the project's CA; undefined if there is none, or none is needed. */
export const verifyingUri = (address: Address, { mark, plaintext }: Trust): UriParts | undefined => {
  const query = lookup(COMPONENTS, address.endpoint.component)?.verifying
  return query === undefined || mark !== 'required' || plaintext ? undefined : uriWith(address, query)
}

/**
 * `verification`: its mode encrypts, but trusts any server. `settings`: it is only an address, without TLS settings.
 * `ca`: clients expect a public certificate, which this server doesn't have.
 */
export type MissingFromUri = 'verification' | 'settings' | 'ca'

/** What Aiven's own URI lacks for a client to reject fake servers; undefined if nothing. */
export const missingFromUri = (address: Address, { mark, plaintext }: Trust): MissingFromUri | undefined => {
  if (plaintext || mark !== 'required') return undefined
  const mode = sslMode(address)
  if (mode !== undefined) return /verify.(full|identity)/i.test(mode) ? undefined : 'verification'
  return lookup(COMPONENTS, address.endpoint.component)?.scheme === undefined ? 'settings' : 'ca'
}

/** `user:password`, percent-encoded for the place before the @ of a URI. */
export const uriLogin = (username: string, password: string): string =>
  `${encodeURIComponent(username)}:${encodeURIComponent(password)}`
