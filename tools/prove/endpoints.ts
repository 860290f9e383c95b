/** Endpoints that the proof's clients connect to. */
import type { ConnectionFacts } from '../../src/snippets/guide.ts'

export type Endpoint = Pick<ConnectionFacts, 'component' | 'authentication' | 'mechanism' | 'trust'> & {
  readonly protocol: Exclude<ConnectionFacts['protocol'], 'other'>
}

const PASSWORD = { authentication: 'password', trust: 'project-ca' } as const
export const PG: Endpoint = { ...PASSWORD, protocol: 'postgresql', component: 'pg' }
export const MYSQL: Endpoint = { ...PASSWORD, protocol: 'mysql', component: 'mysql' }
export const REDIS: Endpoint = { ...PASSWORD, protocol: 'redis', component: 'valkey' }
export const CASSANDRA: Endpoint = { ...PASSWORD, protocol: 'cassandra', component: 'cassandra' }
export const CLICKHOUSE: Endpoint = { ...PASSWORD, protocol: 'clickhouse', component: 'clickhouse' }
export const HTTPS: Endpoint = { ...PASSWORD, protocol: 'https', component: 'prometheus' }
export const KAFKA_SASL: Endpoint = {
  protocol: 'kafka',
  component: 'kafka',
  authentication: 'sasl',
  mechanism: 'PLAIN',
  trust: 'project-ca',
}
export const KAFKA_CERTIFICATE: Endpoint = {
  protocol: 'kafka',
  component: 'kafka',
  authentication: 'certificate',
  trust: 'project-ca',
}
