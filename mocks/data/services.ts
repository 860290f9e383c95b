/**
 * A service of every type that the requirements table speaks of, in every state, and one of an unknown type.
 * Names, hosts and passwords are made up; hosts lie in a domain that is reserved for examples (RFC 2606).
 */
import { findCloud } from './clouds.ts'
import { makeEndpoints } from './endpoints.ts'
import type { MockService, MockUser, MockUserCertificate } from './model.ts'
import type { ComponentDraft } from './service-types.ts'

const BASE_PORT = 20_984

interface Draft extends Partial<Omit<MockService, 'components'>> {
  readonly name: string
  readonly type: string
  readonly description: string
  /** Component names, or components with what is special about them. Hosts and ports follow from the name. */
  readonly components?: readonly ComponentDraft[]
}

const password = (seed: string) => `AVNS_demo${seed.replace(/[^a-z0-9]/g, '')}42`

const admin = (service: string, username = 'avnadmin'): MockUser => ({
  username,
  type: 'primary',
  password: password(service),
})

const service = (project: string, draft: Draft): MockService => {
  const cloud = draft.cloud ?? 'google-europe-west1'
  return {
    state: 'RUNNING',
    plan: 'business-4',
    nodes: 2,
    createdDaysAgo: 40,
    users: [admin(draft.name)],
    terminationProtection: draft.tags?.['env'] === 'prod',
    ...draft,
    cloud,
    cloudDescription: findCloud(cloud)?.description ?? cloud,
    components: makeEndpoints(project, draft.name, draft.components ?? [], BASE_PORT),
  }
}

const SQL_PARAMS = { dbname: 'defaultdb', sslmode: 'require' }

const KAFKA_ENDPOINTS: Draft['components'] = [
  { component: 'kafka', kafka_authentication_method: 'certificate' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'letsencrypt' },
  { component: 'kafka', kafka_authentication_method: 'certificate', route: 'public' },
  { component: 'kafka', kafka_authentication_method: 'sasl', kafka_ssl_ca: 'project_ca', route: 'public' },
  { component: 'kafka', kafka_authentication_method: 'certificate', route: 'privatelink' },
  'schema_registry',
  'kafka_rest',
  'kafka_connect',
  'prometheus',
  { component: 'jolokia', port: 6733 },
]

const kafkaUser = (
  username: string,
  key: MockUserCertificate['key'],
  daysLeft: number,
  more: Partial<MockUserCertificate> = {},
): MockUser => ({
  username,
  type: username === 'avnadmin' ? 'primary' : 'normal',
  password: password(username),
  certificate: { key, daysLeft, ...more },
})

const live = (project: string): MockService[] =>
  [
    {
      name: 'orders-db',
      type: 'pg',
      description: 'PostgreSQL - Object-Relational Database Management System',
      plan: 'business-8',
      createdDaysAgo: 412,
      components: [
        'pg',
        { component: 'pg', usage: 'replica' },
        { component: 'pg', route: 'public' },
        'pgbouncer',
        'prometheus',
      ],
      users: [admin('orders-db'), { username: 'orders-api', type: 'normal', password: password('orders-api') }],
      uriParams: SQL_PARAMS,
      updates: [
        {
          description: 'PostgreSQL 16.11 and operating system updates',
          impact: 'The service is moved to new nodes. Connections break for a few seconds.',
          startsInDays: 6,
          deadlineInDays: 34,
        },
      ],
      databases: ['defaultdb', 'orders', 'audit'],
      pools: [{ name: 'orders-pool', database: 'defaultdb', size: 20, username: 'avnadmin' }],
      userConfig: {
        pg_version: '16',
        ip_filter: [
          { network: '198.51.100.0/28', description: 'Office' },
          '203.0.113.7/32',
          { network: '10.20.0.0/16', description: 'Warehouse' },
          '2001:db8:12::/48',
        ],
      },
      metadata: { pg_version: '16.10', max_connections: 200 },
      tags: { env: 'prod', team: 'orders' },
    },
    {
      name: 'events',
      type: 'kafka',
      description: 'Kafka - High-Throughput Distributed Messaging System',
      plan: 'business-8',
      cloud: 'aws-eu-west-1',
      nodes: 3,
      createdDaysAgo: 801,
      components: KAFKA_ENDPOINTS,
      users: [
        kafkaUser('avnadmin', 'user-a', 640),
        kafkaUser('orders-producer', 'user-b', 20),
        kafkaUser('audit-consumer', 'user-c', -3),
        // Renewed 37 days ago: the old certificate is valid for another 53 days.
        kafkaUser('invoices-sync', 'user-c', 783, { oldDaysLeft: 53, generation: 1 }),
      ],
      userConfig: { kafka_version: '3.9' },
      acl: [
        { id: 'acl0admin', username: 'avnadmin', topic: '*', permission: 'admin' },
        { id: 'acl1producer', username: 'orders-producer', topic: 'orders.*', permission: 'write' },
        { id: 'acl2audit', username: 'audit-consumer', topic: '*', permission: 'read' },
        { id: 'acl3invoices', username: 'invoices-*', topic: 'payments.?*', permission: 'readwrite' },
        { id: 'acl4gone', username: 'old-loader', topic: 'page-views', permission: 'read' },
      ],
      nativeAcl: [
        {
          id: 'acl5deny',
          principal: 'User:audit-consumer',
          host: '*',
          operation: 'Read',
          permission_type: 'DENY',
          pattern_type: 'LITERAL',
          resource_type: 'Topic',
          resource_name: 'customers',
        },
      ],
      tags: { env: 'prod', team: 'platform' },
    },
    {
      name: 'billing-mysql',
      type: 'mysql',
      description: 'MySQL - Relational Database Management System',
      plan: 'startup-16',
      cloud: 'aws-eu-west-1',
      nodes: 1,
      createdDaysAgo: 233,
      components: ['mysql', 'mysqlx', 'prometheus'],
      users: [{ ...admin('billing-mysql'), authentication: 'caching_sha2_password' }],
      uriParams: { dbname: 'defaultdb', 'ssl-mode': 'REQUIRED' },
      userConfig: { mysql_version: '8' },
      tags: { env: 'prod' },
    },
    {
      name: 'connectors',
      type: 'kafka_connect',
      description: 'Kafka Connect - Framework for connecting Kafka with external systems',
      createdDaysAgo: 300,
      components: ['kafka_connect', 'prometheus'],
    },
    {
      name: 'region-mirror',
      type: 'kafka_mirrormaker',
      description: 'Kafka MirrorMaker 2 - Replication between Kafka clusters',
      plan: 'startup-4',
      nodes: 1,
      createdDaysAgo: 120,
      users: [],
    },
    {
      name: 'search',
      type: 'opensearch',
      description: 'OpenSearch - Search & Analyze Data in Real Time',
      cloud: 'azure-westeurope',
      nodes: 3,
      state: 'REBALANCING',
      createdDaysAgo: 95,
      components: ['opensearch', 'opensearch_dashboards', 'prometheus'],
      userConfig: { opensearch_version: '2' },
    },
    {
      name: 'clicks',
      type: 'clickhouse',
      description: 'ClickHouse - Distributed Columnar Data Store',
      plan: 'business-16',
      nodes: 3,
      createdDaysAgo: 61,
      components: ['clickhouse', 'clickhouse_https', 'clickhouse_mysql', 'prometheus'],
      userConfig: { clickhouse_version: '25.3' },
    },
    {
      name: 'sessions',
      type: 'valkey',
      description: 'Valkey - In-Memory Data Store',
      plan: 'startup-4',
      nodes: 1,
      createdDaysAgo: 18,
      components: ['valkey', 'prometheus'],
      users: [admin('sessions', 'default')],
      uriParams: { ssl: 'required' },
      features: { letsencrypt: true },
    },
    {
      name: 'dashboards',
      type: 'grafana',
      description: 'Grafana - Metrics Dashboard',
      plan: 'startup-4',
      nodes: 1,
      state: 'POWEROFF',
      createdDaysAgo: 520,
      users: [admin('dashboards')],
    },
    {
      name: 'stream-jobs',
      type: 'flink',
      description: 'Flink - Stateful Computations over Data Streams',
      nodes: 3,
      createdDaysAgo: 12,
      components: ['flink', 'prometheus'],
    },
    {
      name: 'metrics',
      type: 'thanos',
      description: 'Metrics - Prometheus-compatible long term storage',
      createdDaysAgo: 77,
      components: ['query_frontend', 'query', 'receiver_routing'],
    },
    {
      name: 'carts',
      type: 'dragonfly',
      description: 'Dragonfly - In-Memory Data Store',
      nodes: 1,
      createdDaysAgo: 260,
      components: [{ component: 'dragonfly', ssl: false }, 'prometheus'],
      users: [admin('carts', 'default')],
    },
    {
      name: 'catalog',
      type: 'datahub',
      description: 'DataHub - Metadata platform',
      createdDaysAgo: 5,
      state: 'REBUILDING',
      users: [admin('catalog', 'datahub')],
    },
    {
      name: 'storefront',
      type: 'application',
      description: 'Aiven Apps - Containerised applications',
      plan: 'startup-1',
      nodes: 1,
      cloud: 'do-fra',
      createdDaysAgo: 3,
      components: ['application'],
      users: [],
    },
    {
      name: 'new-orders-db',
      type: 'pg',
      description: 'PostgreSQL - Object-Relational Database Management System',
      state: 'REBUILDING',
      plan: 'startup-4',
      nodes: 1,
      createdDaysAgo: 0,
      users: [],
      userConfig: { pg_version: '17' },
      tags: { env: 'staging' },
    },
    {
      name: 'events-archive',
      type: 'kafka',
      description: 'Kafka - High-Throughput Distributed Messaging System',
      state: 'POWEROFF',
      cloud: 'aws-us-east-1',
      nodes: 3,
      createdDaysAgo: 700,
      users: [kafkaUser('avnadmin', 'user-b', 210)],
    },
    {
      name: 'prototype',
      type: 'quasar',
      description: 'Quasar - A service type newer than this console',
      plan: 'hobbyist',
      nodes: 1,
      createdDaysAgo: 1,
      components: ['quasar', 'prometheus'],
    },
  ].map((draft) => service(project, draft as Draft))

/** Types that Aiven has retired. Old installations may still have them, and the 2021 document lists them. */
const retired = (project: string): MockService[] =>
  (
    [
      {
        name: 'logs-es',
        type: 'elasticsearch',
        description: 'Elasticsearch - Search & Analyze Data in Real Time',
        createdDaysAgo: 2010,
        components: ['elasticsearch', 'kibana'],
        features: { letsencrypt: false },
      },
      {
        name: 'sensors',
        type: 'influxdb',
        description: 'InfluxDB - Distributed Time Series Database',
        createdDaysAgo: 1480,
        components: ['influxdb'],
        uriParams: { dbname: 'defaultdb' },
      },
      {
        name: 'cache',
        type: 'redis',
        description: 'Redis - In-Memory Data Structure Store',
        plan: 'startup-4',
        nodes: 1,
        createdDaysAgo: 1630,
        components: ['redis', 'prometheus'],
        users: [admin('cache', 'default')],
        uriParams: { ssl: 'required' },
      },
      {
        name: 'profiles',
        type: 'cassandra',
        description: 'Cassandra - Distributed NoSQL Database',
        nodes: 3,
        createdDaysAgo: 1300,
        components: ['cassandra', 'prometheus'],
      },
      {
        name: 'ledger',
        type: 'alloydbomni',
        description: 'AlloyDB Omni - PostgreSQL-compatible database',
        createdDaysAgo: 330,
        components: ['pg', 'pgbouncer'],
        uriParams: SQL_PARAMS,
      },
      {
        name: 'timeseries',
        type: 'm3db',
        description: 'M3DB - Distributed Time Series Database',
        nodes: 3,
        createdDaysAgo: 1100,
        components: ['m3coordinator'],
      },
      {
        name: 'rollups',
        type: 'm3aggregator',
        description: 'M3 Aggregator - Time series aggregation',
        createdDaysAgo: 1100,
        components: ['m3aggregator'],
      },
    ] as Draft[]
  ).map((draft) => service(project, draft))

export const fullProjectServices = (project: string): MockService[] => [...live(project), ...retired(project)]

/** A few services for the smaller projects. */
export const smallProjectServices = (project: string): MockService[] => [
  service(project, {
    name: 'warehouse',
    type: 'pg',
    description: 'PostgreSQL - Object-Relational Database Management System',
    createdDaysAgo: 3400,
    components: ['pg', 'prometheus'],
    uriParams: SQL_PARAMS,
    userConfig: { pg_version: '15' },
    metadata: { max_connections: 100 },
  }),
  service(project, {
    name: 'clickstream',
    type: 'kafka',
    description: 'Kafka - High-Throughput Distributed Messaging System',
    nodes: 3,
    createdDaysAgo: 3400,
    components: [
      { component: 'kafka', kafka_authentication_method: 'certificate' },
      { component: 'kafka', kafka_authentication_method: 'sasl' },
      'schema_registry',
    ],
    users: [
      kafkaUser('avnadmin', 'user-c', 300),
      ...(project === 'demo-rotation'
        ? [kafkaUser('clicks-loader', 'user-b', 818, { byNextCa: true, generation: 1 })]
        : []),
    ],
    userConfig: { kafka_version: '3.8' },
  }),
]

/** An old project: its CA and the certificates that it signed have expired. */
export const legacyProjectServices = (project: string): MockService[] => [
  service(project, {
    name: 'reports-db',
    type: 'mysql',
    description: 'MySQL - Relational Database Management System',
    plan: 'startup-4',
    nodes: 1,
    createdDaysAgo: 3640,
    components: ['mysql'],
    uriParams: { dbname: 'defaultdb', 'ssl-mode': 'REQUIRED' },
    userConfig: { mysql_version: '8' },
  }),
  service(project, {
    name: 'old-events',
    type: 'kafka',
    description: 'Kafka - High-Throughput Distributed Messaging System',
    nodes: 3,
    createdDaysAgo: 3640,
    components: [{ component: 'kafka', kafka_authentication_method: 'certificate' }],
    users: [kafkaUser('avnadmin', 'user-a', -40), kafkaUser('mirror', 'user-b', 75)],
    userConfig: { kafka_version: '2.8' },
  }),
]
