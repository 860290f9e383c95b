/** Files of programs that move data: every setting in the program's own words, and what it's without them. */

type Cases = readonly (readonly [string, Readonly<Record<string, string>>])[]

const HOST = 'h.example.com'
const SECRET = 'S3cr3tS3cr3t'

const dbt = (type: string, lines: string) =>
  `demo:\n  target: dev\n  outputs:\n    dev:\n      type: ${type}\n      host: ${HOST}\n      port: 1\n      user: app\n      password: ${SECRET}\n${lines}`
const DBT: Cases = [
  [dbt('postgres', ''), { dbt: 'none' }],
  [dbt('postgres', '      sslmode: require\n'), { dbt: 'none' }],
  [dbt('postgres', '      sslmode: disable\n'), { dbt: 'plain' }],
  [dbt('postgres', '      sslmode: verify-full\n      sslrootcert: /ca.pem\n'), { dbt: 'full' }],
  [dbt('clickhouse', ''), { dbt: 'plain' }],
  [dbt('clickhouse', '      secure: True\n'), { dbt: 'public' }],
  [dbt('clickhouse', '      secure: True\n      verify: False\n'), { dbt: 'none' }],
  [dbt('clickhouse', '      secure: "{{ env_var(\'S\') }}"\n'), { dbt: 'depends' }],
  [dbt('bigquery', ''), {}],
  [dbt('clickhouse', '').replace(HOST, 'localhost'), {}],
]

const REDPANDA_LINES = [
  ['enabled: true', 'caFilepath: /ca.pem', 'full'],
  ['enabled: true', 'insecureSkipTlsVerify: true', 'none'],
  ['enabled: true', 'insecureSkipTlsVerify: false', 'public'],
  ['enabled: true', 'caFilepath: ""', 'public'],
  ['enabled: false', 'caFilepath: /ca.pem', 'plain'],
] as const
const REDPANDA: Cases = REDPANDA_LINES.flatMap(([first, second, verifies]) => [
  [
    `kafka:\n  brokers:\n    - ${HOST}:12693\n  sasl:\n    enabled: true\n    password: ${SECRET}\n  tls:\n    ${first}\n    ${second}\n`,
    { Redpanda: verifies },
  ],
  [
    [first, second]
      .map((line) => `KAFKA_TLS_${line.toUpperCase().replace(': ', '=')}`)
      .join('\n')
      .replace('/CA.PEM', '/ca.pem'),
    { Redpanda: verifies },
  ],
])

const cassandra = (lines: string) => `spring.cassandra.contact-points=${HOST}\nspring.cassandra.username=app\n${lines}`
const CASSANDRA: Cases = [
  [cassandra(''), { 'Spring Boot': 'plain' }],
  [cassandra('spring.cassandra.ssl.enabled=false\n'), { 'Spring Boot': 'plain' }],
  [cassandra('spring.cassandra.ssl.enabled=true\n'), { 'Spring Boot': 'depends' }],
  [cassandra('spring.cassandra.ssl.bundle=aiven\n'), { 'Spring Boot': 'depends' }],
]

const pgcat = (lines: string) =>
  `[general]\nport = 6432\n${lines}\n[pools.d.shards.0]\nservers = [["${HOST}", 12691, "primary"]]\n`
const PGCAT: Cases = [
  [pgcat('server_tls = true\n'), { PgCat: 'none' }],
  [pgcat('server_tls = true\nverify_server_certificate = true\n'), { PgCat: 'public' }],
  [pgcat('server_tls = false\n'), { PgCat: 'plain' }],
]

const terraform = (lines: string) => `provider "kafka" {\n  bootstrap_servers = ["${HOST}:12693"]\n${lines}}\n`
const CA = '  ca_cert           = file("ca.pem")\n'
const TERRAFORM: Cases = [
  [terraform(''), { Terraform: 'depends' }],
  [terraform(CA), { Terraform: 'full' }],
  [terraform('  ca_cert = var.ca\n'), { Terraform: 'depends' }],
  [terraform(`${CA}  skip_tls_verify   = true\n`), { Terraform: 'none' }],
  [terraform('  tls_enabled       = false\n'), { Terraform: 'plain' }],
]

const fluentd = (type: string, lines: string) =>
  `<match app.**>\n  @type ${type}\n${lines}  <buffer>\n    flush_interval 5s\n  </buffer>\n</match>\n`
const kafka = (lines: string) => fluentd('kafka2', `  brokers ${HOST}:12693\n${lines}`)
const opensearch = (lines: string) => fluentd('opensearch', `  host ${HOST}\n  password ${SECRET}\n${lines}`)
const FLUENTD: Cases = [
  [kafka(''), { Fluentd: 'plain' }],
  [kafka('  ssl_ca_cert /ca.pem\n'), { Fluentd: 'full' }],
  [kafka('  ssl_ca_cert /ca.pem\n  ssl_verify_hostname false\n'), { Fluentd: 'chain' }],
  [kafka('  ssl_ca_certs_from_system true\n'), { Fluentd: 'public' }],
  [opensearch(''), { Fluentd: 'plain' }],
  [opensearch('  scheme https\n'), { Fluentd: 'public' }],
  [opensearch('  scheme https\n  ssl_verify "#{ENV[\'VERIFY\']}"\n  ca_file /ca.pem\n'), { Fluentd: 'depends' }],
  [opensearch('  scheme https\n  ca_file /ca.pem\n'), { Fluentd: 'full' }],
  [opensearch('  scheme https\n  ssl_verify false\n'), { Fluentd: 'none' }],
  [
    `<source>\n  @type forward\n</source>\n<match **>\n  @type copy\n  <store>\n    @type kafka2\n    brokers ${HOST}:1\n    ssl_ca_cert /ca.pem\n  </store>\n</match>\n`,
    { Fluentd: 'full' },
  ],
  [fluentd('stdout', ''), {}],
  [fluentd('rdkafka2', '  ssl_ca_cert /ca.pem\n'), { Fluentd: 'unknown' }],
]

/** In one line, and over several: nothing stands between the settings. */
const logstash = (plugin: string, settings: readonly string[]): string[] => [
  `output { ${plugin} { ${settings.join(' ')} } }`,
  `output {\n  ${plugin} {\n    ${settings.join('\n    ')}\n  }\n}`,
]
const BROKERS = `bootstrap_servers => "${HOST}:12693"`
const SSL = 'security_protocol => "SSL"'
const STORE = 'ssl_truststore_location => "/t.jks"'
const HOSTS = `hosts => ["https://${HOST}:12695"]`
const LOGSTASH: Cases = [
  ...logstash('kafka', [BROKERS, 'topic_id => "logs"']).map((text) => [text, { Logstash: 'plain' }] as const),
  ...logstash('kafka', [BROKERS, SSL, STORE]).map((text) => [text, { Java: 'full' }] as const),
  ...logstash('kafka', [BROKERS, SSL, STORE, 'ssl_endpoint_identification_algorithm => ""']).map(
    (text) => [text, { Java: 'chain' }] as const,
  ),
  ...logstash('opensearch', [HOSTS, 'ssl => true', 'ssl_certificate_verification => false']).map(
    (text) => [text, { Logstash: 'none' }] as const,
  ),
]

const CLICKHOUSE: Cases = [
  ['secure=true', 'public'],
  ['secure=true&verify=false', 'none'],
  ['secure=true&ca_cert=/ca.pem', 'full'],
  ['verify=true', 'plain'],
].map(([query, verifies = '']) => [
  `CLICKHOUSE_URL=clickhousedb://app:${SECRET}@${HOST}:12696/default?${query ?? ''}`,
  { 'clickhouse-connect': verifies },
])

const PG = `"postgres://app:${SECRET}@${HOST}:12691/d?sslmode=require"`
const AIRFLOW = `AIRFLOW_CONN_REDIS=redis://app:${SECRET}@${HOST}:12692/0`
const COMMANDS: Cases = [
  [`goose -dir migrations postgres ${PG} up`, { pgx: 'none' }],
  [`migrate -path db/migrations -database ${PG} up`, { 'Go lib/pq': 'none' }],
  [`docker run --network host migrate/migrate -path=/m -database ${PG} up`, { 'Go lib/pq': 'none' }],
  [`${AIRFLOW}?ssl=True&ssl_cert_reqs=none`, { 'redis-py': 'none' }],
  [`${AIRFLOW}?ssl=False`, { Every: 'plain' }],
]

/** MirrorMaker names its clusters, and what goes from one to the other. */
const MIRROR: Cases = [
  [
    `clusters = a, b\nb.bootstrap.servers = ${HOST}:12693\nb.security.protocol = SSL\nb.ssl.truststore.location = /t.jks\na->b.enabled = true\n`,
    { Java: 'full' },
  ],
]

export const DATA_FILE_CASES: Cases = [
  ...DBT,
  ...REDPANDA,
  ...CASSANDRA,
  ...PGCAT,
  ...TERRAFORM,
  ...FLUENTD,
  ...LOGSTASH,
  ...CLICKHOUSE,
  ...COMMANDS,
  ...MIRROR,
]
