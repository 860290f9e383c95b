/**
 * The requirements table: the only place that says which way of connecting to which service needs
 * the project's CA certificate. Marks, sentences, the reference page and the docs are derived from it.
 *
 * The first nine rows are those of Aiven's "TLS/SSL certificates" page of 2021, in its order and with
 * its names and answers; the rest has been added since. To add a service type, add a row.
 *
 * How rows are matched is in `verdict.ts`.
 */

export type Need = 'required' | 'optional'

/** Where a row comes from: a page, and the day on which it was read. */
export interface Source {
  readonly title: string
  readonly url: string
  /** ISO date. */
  readonly read: string
}

/**
 * Facts of the API that an endpoint must have for a row to match. A fact that isn't named
 * doesn't matter. Components are in order of importance: the first is the type's main one.
 */
export interface Match {
  /** Without it, the row applies to every service type, and takes precedence over rows that name one. */
  readonly service_type?: string
  /** Without it, the row applies to every component of the type. */
  readonly components?: readonly string[]
  readonly kafka_authentication_method?: 'certificate' | 'sasl'
  /** An endpoint that doesn't say uses the project CA (Aiven's OpenAPI document, ServiceGet). */
  readonly kafka_ssl_ca?: 'project_ca' | 'letsencrypt'
  readonly ssl?: false
}

export interface Requirement {
  readonly id: string
  /** The service's name as Aiven's documents write it. */
  readonly service: string
  /** Answer to "Certificate download required?", in the words of the document. */
  readonly answer: string
  readonly need: Need
  /** The client must also present a certificate and its key. */
  readonly clientCertificate: boolean
  /** The footnote applies: an old service of this type may still use the project CA. */
  readonly starred: boolean
  /** No page says it outright; it follows from samples that pass no CA, or from a sibling. */
  readonly inferred: boolean
  readonly match: readonly Match[]
  /** One sentence: why. */
  readonly reason: string
  /** One sentence: what happens without the certificate. */
  readonly without: string
  readonly source: Source
}

export const FOOTNOTE =
  "Old services may still use the Aiven project's CA. A support ticket switches them to a browser-recognised certificate."

/** Number of rows at the top of the table that are from the document of 2021. */
export const SEED_ROWS = 9

export const TLS_PAGE: Source = {
  title: 'TLS/SSL certificates',
  url: 'https://aiven.io/docs/platform/concepts/tls-ssl-certificates',
  read: '2026-11-23',
}

const page = (title: string, path: string): Source => ({
  title,
  url: `https://aiven.io/docs/${path}`,
  read: '2026-11-23',
})

const KAFKA_SASL_PAGE = page('Kafka SASL authentication', 'products/kafka/howto/kafka-sasl-auth')

const PUBLIC_CA = {
  need: 'optional',
  clientCertificate: false,
  starred: false,
  inferred: false,
  reason: 'Signed by a public CA that browsers and operating systems already trust.',
  without: 'Clients verify the server with their own trust store. Pinning the project CA here breaks them.',
  source: TLS_PAGE,
} as const

const PUBLIC_CA_UNLESS_OLD = {
  ...PUBLIC_CA,
  starred: true,
  reason: 'Normally signed by a public CA. Services created long ago may still use the project CA.',
  without:
    'Clients verify the server with their own trust store. If yours rejects the certificate, the service is an old one and needs the project CA.',
} as const

const INFERRED_PUBLIC_CA = { ...PUBLIC_CA, answer: 'No', inferred: true } as const

const VERIFY_WITH_PROJECT_CA = { need: 'required', clientCertificate: false, starred: false } as const

export const REQUIREMENTS: readonly Requirement[] = [
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'pg',
    service: 'Aiven for PostgreSQL',
    answer: 'Yes',
    inferred: false,
    match: [{ service_type: 'pg', components: ['pg', 'pgbouncer'] }],
    reason: 'Signed by this project’s CA. Needed for verify-ca and verify-full.',
    without:
      'sslmode=require still encrypts, but trusts any server: your client can’t tell this server from an impostor.',
    source: TLS_PAGE,
  },
  {
    id: 'kafka',
    service: 'Aiven for Apache Kafka',
    answer: 'Yes, it is also required to download the client certificate and key',
    need: 'required',
    clientCertificate: true,
    starred: false,
    inferred: false,
    match: [
      {
        service_type: 'kafka',
        components: ['kafka'],
        kafka_authentication_method: 'certificate',
        kafka_ssl_ca: 'project_ca',
      },
    ],
    reason: 'Brokers are signed by this project’s CA. Clients log in with a certificate and key that it signed.',
    without: 'Clients can’t verify the brokers, and the brokers reject clients without a certificate.',
    source: TLS_PAGE,
  },
  {
    ...PUBLIC_CA,
    id: 'kafka-connect',
    service: 'Aiven for Apache Kafka Connect',
    answer: 'No',
    match: [
      { service_type: 'kafka_connect', components: ['kafka_connect'] },
      { service_type: 'kafka', components: ['kafka_connect'] },
    ],
  },
  {
    ...PUBLIC_CA,
    id: 'kafka-rest',
    service: 'Aiven Kafka-REST (Karapace)',
    answer: 'No',
    match: [{ service_type: 'kafka', components: ['kafka_rest'] }],
  },
  {
    ...PUBLIC_CA,
    id: 'schema-registry',
    service: 'Aiven Kafka Schema Registry (Karapace)',
    answer: 'No',
    match: [{ service_type: 'kafka', components: ['schema_registry'] }],
  },
  {
    ...PUBLIC_CA_UNLESS_OLD,
    id: 'elasticsearch',
    service: 'Aiven for Elasticsearch',
    answer: 'No*',
    match: [
      {
        service_type: 'elasticsearch',
        components: ['elasticsearch', 'kibana', 'opensearch', 'opensearch_dashboards'],
      },
    ],
  },
  {
    ...PUBLIC_CA,
    id: 'grafana',
    service: 'Aiven for Grafana',
    answer: 'No',
    match: [{ service_type: 'grafana', components: ['grafana'] }],
  },
  {
    ...PUBLIC_CA_UNLESS_OLD,
    id: 'influxdb',
    service: 'Aiven for InfluxDB',
    answer: 'No*',
    match: [{ service_type: 'influxdb', components: ['influxdb', 'user_backup'] }],
  },
  {
    ...PUBLIC_CA_UNLESS_OLD,
    id: 'redis',
    service: 'Aiven for Redis',
    answer: 'No*',
    match: [{ service_type: 'redis', components: ['redis'] }],
  },

  // Added since.
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'mysql',
    service: 'Aiven for MySQL',
    answer: 'Yes',
    inferred: false,
    match: [{ service_type: 'mysql', components: ['mysql', 'mysqlx'] }],
    reason: 'Signed by this project’s CA. Needed for ssl-mode VERIFY_CA and VERIFY_IDENTITY.',
    without:
      'ssl-mode=REQUIRED still encrypts, but trusts any server: your client can’t tell this server from an impostor.',
    source: TLS_PAGE,
  },
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'kafka-sasl',
    service: 'Aiven for Apache Kafka, SASL on the project CA',
    answer: 'Yes',
    inferred: false,
    match: [
      {
        service_type: 'kafka',
        components: ['kafka'],
        kafka_authentication_method: 'sasl',
        kafka_ssl_ca: 'project_ca',
      },
    ],
    reason: 'Brokers are signed by this project’s CA. Clients log in with a user name and password.',
    without:
      'Clients can’t verify the brokers. Clients that skip the check send their password to any server that answers.',
    source: KAFKA_SASL_PAGE,
  },
  {
    ...PUBLIC_CA,
    id: 'kafka-sasl-public',
    service: 'Aiven for Apache Kafka, SASL on a public CA',
    answer: 'No',
    match: [
      {
        service_type: 'kafka',
        components: ['kafka'],
        kafka_authentication_method: 'sasl',
        kafka_ssl_ca: 'letsencrypt',
      },
    ],
    reason: 'Brokers on this port are signed by Let’s Encrypt, a public CA that operating systems already trust.',
    source: KAFKA_SASL_PAGE,
  },
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'cassandra',
    service: 'Aiven for Apache Cassandra',
    answer: 'Yes',
    inferred: false,
    match: [{ service_type: 'cassandra', components: ['cassandra'] }],
    reason: 'Signed by this project’s CA. Every documented client uses its certificate.',
    without: 'Clients that verify the server don’t connect. Clients that skip the check trust any server.',
    source: {
      title: 'Connect to Aiven for Apache Cassandra',
      url: 'https://github.com/aiven/devportal/tree/main/docs/products/cassandra/howto',
      read: '2026-11-23',
    },
  },
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'alloydbomni',
    service: 'Aiven for AlloyDB Omni',
    answer: 'Yes',
    inferred: true,
    match: [{ service_type: 'alloydbomni', components: ['pg', 'pgbouncer'] }],
    reason: 'Signed by this project’s CA, as with PostgreSQL. Needed for verify-ca and verify-full.',
    without:
      'sslmode=require still encrypts, but trusts any server: your client can’t tell this server from an impostor.',
    source: TLS_PAGE,
  },
  {
    ...PUBLIC_CA_UNLESS_OLD,
    id: 'valkey',
    service: 'Aiven for Valkey',
    answer: 'No*',
    match: [{ service_type: 'valkey', components: ['valkey'] }],
    source: page('Manage SSL connectivity of Valkey', 'products/valkey/howto/manage-ssl-connectivity'),
  },
  {
    ...PUBLIC_CA_UNLESS_OLD,
    id: 'opensearch',
    service: 'Aiven for OpenSearch',
    answer: 'No*',
    inferred: true,
    match: [{ service_type: 'opensearch', components: ['opensearch', 'opensearch_dashboards'] }],
  },
  {
    ...PUBLIC_CA,
    id: 'clickhouse',
    service: 'Aiven for ClickHouse',
    answer: 'No',
    inferred: true,
    match: [
      {
        service_type: 'clickhouse',
        components: ['clickhouse', 'clickhouse_https', 'clickhouse_mysql', 'clickhouse_arrowflight'],
      },
    ],
    source: page('Connect to ClickHouse', 'products/clickhouse/howto/list-connect-to-service'),
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'flink',
    service: 'Aiven for Apache Flink',
    match: [{ service_type: 'flink', components: ['flink'] }],
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'dragonfly',
    service: 'Aiven for Dragonfly',
    match: [{ service_type: 'dragonfly', components: ['dragonfly'] }],
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'm3db',
    service: 'Aiven for M3DB',
    match: [{ service_type: 'm3db', components: ['m3coordinator'] }],
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'm3aggregator',
    service: 'Aiven for M3 Aggregator',
    match: [{ service_type: 'm3aggregator' }],
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'thanos',
    service: 'Aiven for Metrics (Thanos)',
    match: [
      {
        service_type: 'thanos',
        components: [
          'query_frontend',
          'query',
          'receiver_routing',
          'receiver_ingesting',
          'store',
          'ruler',
          'compactor',
        ],
      },
    ],
  },
  {
    ...PUBLIC_CA,
    id: 'datahub',
    service: 'Aiven for DataHub',
    answer: 'No',
    match: [{ service_type: 'datahub' }],
    source: page('Get started with DataHub', 'products/datahub/get-started'),
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'kafka-mirrormaker',
    service: 'Aiven for Apache Kafka MirrorMaker 2',
    match: [{ service_type: 'kafka_mirrormaker' }],
    reason: 'It has no endpoint that clients connect to.',
    without: 'Nothing: it connects to other services on its own.',
  },
  {
    ...INFERRED_PUBLIC_CA,
    id: 'application',
    service: 'Aiven Apps',
    match: [{ service_type: 'application' }],
  },
  {
    id: 'tls-off',
    service: 'Any endpoint with TLS turned off',
    answer: 'No',
    need: 'optional',
    clientCertificate: false,
    starred: false,
    inferred: false,
    match: [{ ssl: false }],
    reason: 'Nothing is encrypted on this endpoint, so there is no certificate to verify.',
    without: 'Passwords and data are sent in plain text, with or without the certificate.',
    source: page('Manage SSL connectivity of Valkey', 'products/valkey/howto/manage-ssl-connectivity'),
  },
  {
    ...VERIFY_WITH_PROJECT_CA,
    id: 'monitoring',
    service: 'Prometheus and Jolokia endpoints of any service',
    answer: 'Yes',
    inferred: false,
    match: [{ components: ['prometheus', 'jolokia'] }],
    reason: 'Monitoring endpoints are signed by this project’s CA on every service type.',
    without: 'Scrapers that verify the server don’t connect. Scrapers that skip the check trust any server.',
    source: page('Prometheus metrics', 'platform/howto/integrations/prometheus-metrics'),
  },
]
