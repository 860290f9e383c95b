/** Endpoints and logins to fill the guides in with. */
import fc from 'fast-check'

import { HIDDEN, SEEN } from '../../lib/testing/hostile-names.ts'
import type { ConnectionFacts, System } from '../guide.ts'

export const SYSTEMS: readonly System[] = ['linux', 'macos', 'windows']

const base = {
  project: 'demo-shop',
  service: 'orders-db',
  host: 'orders-db-demo-shop.a.example.com',
  port: 20_984,
  user: 'avnadmin',
  directory: '',
}

const password = { ...base, authentication: 'password' } as const
const kafka = { ...base, protocol: 'kafka', component: 'kafka' } as const

/** One set of facts for each kind of connection. */
export const CONNECTIONS: Readonly<Record<string, ConnectionFacts>> = {
  'postgresql, project CA': {
    ...password,
    protocol: 'postgresql',
    component: 'pg',
    database: 'defaultdb',
    trust: 'project-ca',
  },
  'postgresql, public CA': {
    ...password,
    protocol: 'postgresql',
    component: 'pg',
    database: 'defaultdb',
    trust: 'public-ca',
  },
  mysql: { ...password, protocol: 'mysql', component: 'mysql', database: 'defaultdb', trust: 'project-ca' },
  'kafka, certificate': { ...kafka, authentication: 'certificate', trust: 'project-ca' },
  'kafka, SASL, project CA': { ...kafka, authentication: 'sasl', mechanism: 'SCRAM-SHA-256', trust: 'project-ca' },
  'kafka, SASL, public CA': { ...kafka, authentication: 'sasl', mechanism: 'SCRAM-SHA-256', trust: 'public-ca' },
  'kafka, SCRAM-SHA-512': { ...kafka, authentication: 'sasl', mechanism: 'SCRAM-SHA-512', trust: 'project-ca' },
  'kafka, PLAIN': { ...kafka, authentication: 'sasl', mechanism: 'PLAIN', trust: 'project-ca' },
  'redis, project CA': { ...password, protocol: 'redis', component: 'valkey', trust: 'project-ca' },
  'redis, public CA': { ...password, protocol: 'redis', component: 'valkey', trust: 'public-ca' },
  'https, project CA': { ...password, protocol: 'https', component: 'prometheus', trust: 'project-ca' },
  'https, public CA': { ...password, protocol: 'https', component: 'opensearch', trust: 'public-ca' },
  'https, schema registry': { ...password, protocol: 'https', component: 'schema_registry', trust: 'public-ca' },
  'https, Kafka REST': { ...password, protocol: 'https', component: 'kafka_rest', trust: 'public-ca' },
  'https, Kafka Connect': { ...password, protocol: 'https', component: 'kafka_connect', trust: 'public-ca' },
  'https, opensearch, project CA': { ...password, protocol: 'https', component: 'opensearch', trust: 'project-ca' },
  'clickhouse, public CA': { ...password, protocol: 'clickhouse', component: 'clickhouse', trust: 'public-ca' },
  'clickhouse, project CA': { ...password, protocol: 'clickhouse', component: 'clickhouse', trust: 'project-ca' },
  cassandra: { ...password, protocol: 'cassandra', component: 'cassandra', trust: 'project-ca' },
}

/** Names that may have a special meaning to a client. */
export const HOSTILE: readonly string[] = [...SEEN, ...HIDDEN]

/** Any text that a name or a password can be: no NUL, whole characters. */
export const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/[\0\p{Surrogate}]/u.test(text)),
  fc
    .array(fc.constantFrom('\\', "'", '"', '$', '`', '\n', '\r', ' ', ';', '=', '%', '{', '}', 'u', 'n', 'é', '0'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
)
