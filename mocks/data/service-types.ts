/** The types that can be created, with their versions and the components of a new service. */
import type { MockComponent } from './model.ts'

export type ComponentDraft = string | (Partial<MockComponent> & { readonly component: string })

export interface MockServiceType {
  readonly type: string
  readonly description: string
  /** The oldest first; the default is the last but those that are only previews. */
  readonly versions: readonly string[]
  readonly components: readonly ComponentDraft[]
  /** The name of the primary user; undefined where there are none. */
  readonly admin?: string
  readonly uriParams?: Readonly<Record<string, string>>
  readonly recovery: 'pitr' | 'basic'
}

const KAFKA: readonly ComponentDraft[] = [
  { component: 'kafka', kafka_authentication_method: 'certificate' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca' },
]

export const SERVICE_TYPES: readonly MockServiceType[] = [
  {
    type: 'pg',
    description: 'PostgreSQL - Object-Relational Database Management System',
    versions: ['14', '15', '16', '17', '18'],
    components: ['pg', { component: 'pg', usage: 'replica' }, 'pgbouncer'],
    admin: 'avnadmin',
    uriParams: { dbname: 'defaultdb', sslmode: 'require' },
    recovery: 'pitr',
  },
  {
    type: 'mysql',
    description: 'MySQL - Relational Database Management System',
    versions: ['8', '8.4'],
    components: ['mysql', 'mysqlx'],
    admin: 'avnadmin',
    uriParams: { dbname: 'defaultdb', 'ssl-mode': 'REQUIRED' },
    recovery: 'pitr',
  },
  {
    type: 'kafka',
    description: 'Kafka - High-Throughput Distributed Messaging System',
    versions: ['2.8', '3.8', '3.9', '4.1', '4.2'],
    components: KAFKA,
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'kafka_connect',
    description: 'Kafka Connect - Framework for connecting Kafka with external systems',
    versions: [],
    components: ['kafka_connect'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'kafka_mirrormaker',
    description: 'Kafka MirrorMaker 2 - Replication between Kafka clusters',
    versions: [],
    components: [],
    recovery: 'basic',
  },
  {
    type: 'opensearch',
    description: 'OpenSearch - Search & Analyze Data in Real Time',
    versions: ['2', '2.19', '3.3'],
    components: ['opensearch', 'opensearch_dashboards'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'clickhouse',
    description: 'ClickHouse - Distributed Columnar Data Store',
    versions: ['25.3', '25.8'],
    components: ['clickhouse', 'clickhouse_https', 'clickhouse_mysql'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'valkey',
    description: 'Valkey - In-Memory Data Store',
    versions: ['8.1', '9.0'],
    components: ['valkey'],
    admin: 'default',
    uriParams: { ssl: 'required' },
    recovery: 'basic',
  },
  {
    type: 'dragonfly',
    description: 'Dragonfly - In-Memory Data Store',
    versions: ['1'],
    components: ['dragonfly'],
    admin: 'default',
    recovery: 'basic',
  },
  {
    type: 'grafana',
    description: 'Grafana - Metrics Dashboard',
    versions: ['11'],
    components: ['grafana'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'flink',
    description: 'Flink - Stateful Computations over Data Streams',
    versions: ['1.20'],
    components: ['flink'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'thanos',
    description: 'Metrics - Prometheus-compatible long term storage',
    versions: [],
    components: ['query_frontend', 'query', 'receiver_routing'],
    admin: 'avnadmin',
    recovery: 'basic',
  },
  {
    type: 'alloydbomni',
    description: 'AlloyDB Omni - PostgreSQL-compatible database',
    versions: ['15'],
    components: ['pg', 'pgbouncer'],
    admin: 'avnadmin',
    uriParams: { dbname: 'defaultdb', sslmode: 'require' },
    recovery: 'pitr',
  },
  {
    type: 'datahub',
    description: 'DataHub - Metadata platform',
    versions: [],
    components: ['datahub'],
    admin: 'datahub',
    recovery: 'basic',
  },
]

export const findServiceType = (type: string): MockServiceType | undefined =>
  SERVICE_TYPES.find((one) => one.type === type)
