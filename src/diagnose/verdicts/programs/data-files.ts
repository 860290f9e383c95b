/** Files of programs that move data and of pools: dbt, Redpanda Console, Spring's Cassandra, PgCat, Terraform's Kafka provider, Fluentd. */
import { ANY_NAME, ANY_SERVER, FULL, LOCAL_HOST, OPEN, PUBLIC } from '../common-words.ts'
import { PG } from '../postgresql/postgresql.ts'
import { documentedClient, isNeither, readClient, truth, type Client, type Judged, type Params } from '../verdict.ts'
import type { File, Known } from './own-file.ts'

const ANY: Judged = ['none', ANY_SERVER]
const off = (setting: string): Judged => ['plain', `Without ${setting}, nothing is encrypted.`]

const DBT_PG: Client = { ...PG.psycopg, name: 'dbt-postgres (psycopg2)' }
const DBT_CLICKHOUSE = readClient('dbt-clickhouse', 'dbt-clickhouse, credentials.py at 04c7679 and httpclient.py')

/** A target of dbt's profiles: its type says which adapter. */
const dbt = (own: Params, value: string): Known | undefined => {
  if (!own.has('host') || LOCAL_HOST.test(own.get('host') ?? '')) return undefined
  if (/^(?:postgres|redshift)$/.test(value)) return value === 'postgres' ? [DBT_PG, PG.psycopg.judge(own)] : undefined
  if (value !== 'clickhouse') return undefined
  const [secure, verify] = [own.get('secure'), own.get('verify')]
  const judged: Judged =
    isNeither(secure) || isNeither(verify)
      ? OPEN
      : truth(secure) !== true
        ? off('secure: True')
        : truth(verify) === false
          ? ANY
          : PUBLIC
  return [DBT_CLICKHOUSE, judged]
}

/** Names of Redpanda Console's for `kafka.tls`; as variables, without anything between their words. */
const REDPANDA = readClient('Redpanda Console', 'Redpanda Console at 6ab2220, backend/pkg/config/kafka_tls.go')
const redpanda = (own: Params): Known | undefined => {
  const of = (name: string) => own.get(`tls.${name}`) ?? own.get(`tls_${name}`)
  const [enabled, skip] = [of('enabled'), of('insecureskiptlsverify')]
  if (isNeither(enabled) || isNeither(skip)) return [REDPANDA, OPEN]
  if (truth(enabled) !== true) return [REDPANDA, off('kafka.tls.enabled')]
  if (truth(skip) === true) return [REDPANDA, ANY]
  return [REDPANDA, (of('cafilepath') ?? '') === '' ? PUBLIC : FULL]
}

const SPRING_CASSANDRA = readClient(
  'Spring Boot (Cassandra)',
  'Spring Boot, CassandraAutoConfiguration.java at 00b5668',
)
const springCassandra = (own: Params): Known => {
  const of = (name: string) => own.get(name) ?? own.get(name.replaceAll('.', '_'))
  const [ssl, bundle] = [of('ssl.enabled') ?? of('ssl'), of('ssl.bundle')]
  if (isNeither(ssl)) return [SPRING_CASSANDRA, OPEN]
  if (truth(ssl) === false || (ssl === undefined && bundle === undefined))
    return [SPRING_CASSANDRA, off('spring.cassandra.ssl.enabled')]
  return [
    SPRING_CASSANDRA,
    [
      'depends',
      bundle === undefined
        ? 'It trusts Java’s own store, which contains only public CAs, and doesn’t check the host name.'
        : 'It trusts the CAs of the SSL bundle, and doesn’t check the host name.',
    ],
  ]
}

const PGCAT = documentedClient('PgCat', 'https://github.com/postgresml/pgcat/blob/main/CONFIG.md')
const pgcat = (own: Params): Known | undefined => {
  const [tls, verify] = [own.get('server_tls'), own.get('verify_server_certificate')]
  if (isNeither(tls) || isNeither(verify)) return [PGCAT, OPEN]
  if (truth(tls) !== true) return [PGCAT, ['plain', 'Without server_tls = true, PgCat doesn’t use TLS to the server.']]
  return [
    PGCAT,
    truth(verify) === true ? PUBLIC : ['none', 'Without verify_server_certificate = true, it accepts any server.'],
  ]
}

const TERRAFORM = readClient('Terraform’s Kafka provider', 'Mongey/terraform-provider-kafka, provider.go')
const BY_VARIABLE: Judged = ['depends', 'Without ca_cert it trusts only public CAs, unless KAFKA_CA_CERT names one.']
/** TLS is on unless it's turned off. */
const terraformKafka = (own: Params): Known | undefined => {
  const [tls, skip] = [own.get('tls_enabled'), own.get('skip_tls_verify')]
  if (isNeither(tls) || isNeither(skip)) return [TERRAFORM, OPEN]
  if (truth(tls) === false) return [TERRAFORM, ['plain', 'tls_enabled is false: nothing is encrypted.']]
  if (truth(skip) === true) return [TERRAFORM, ANY]
  const ca = own.get('ca_cert') ?? own.get('ca_cert_file')
  return [TERRAFORM, ca === undefined ? BY_VARIABLE : /^var\.|^data\.|^local\./.test(ca) ? OPEN : FULL]
}

const FLUENT_KAFKA = readClient('Fluentd (ruby-kafka)', 'fluent-plugin-kafka at 015ca92 and ruby-kafka, ssl_context.rb')
const fluentKafka = (own: Params): Judged => {
  const hasTls = ['ssl_ca_cert', 'ssl_client_cert', 'ssl_ca_certs_from_system'].some((name) => own.has(name))
  if (!hasTls) return off('ssl_ca_cert')
  if (isNeither(own.get('ssl_verify_hostname')) || isNeither(own.get('ssl_ca_certs_from_system'))) return OPEN
  const isNamed = truth(own.get('ssl_verify_hostname')) !== false
  if (!own.has('ssl_ca_cert')) return isNamed ? PUBLIC : ['depends', 'It trusts public CAs, and checks no host name.']
  return isNamed
    ? ['full', 'It verifies the CA and the host name. Old versions of ruby-kafka verify only the CA.']
    : ['chain', ANY_NAME]
}

const FLUENT_HTTP = documentedClient(
  'Fluentd (OpenSearch, Elasticsearch)',
  'https://github.com/fluent/fluent-plugin-opensearch',
)
const fluentHttp = (own: Params): Judged | undefined => {
  const hosts = own.get('hosts') ?? ''
  const scheme = own.get('scheme') ?? (hosts.startsWith('https:') ? 'https' : 'http')
  if (hosts === '' && !own.has('host')) return undefined
  if (!/^https?$/.test(scheme) || isNeither(own.get('ssl_verify'))) return OPEN
  if (scheme === 'http') return off('scheme https')
  if (truth(own.get('ssl_verify')) === false) return ANY
  return own.has('ca_file') ? FULL : PUBLIC
}

/** A section of Fluentd's: its type says which plugin. */
const fluentd = (own: Params, value: string): Known | undefined => {
  if (/^(?:kafka2?|kafka_buffered|kafka_group)$/.test(value)) return [FLUENT_KAFKA, fluentKafka(own)]
  if (/^rdkafka2?$/.test(value) && [...own.keys()].some((name) => name.startsWith('ssl_')))
    return [{ ...FLUENT_KAFKA, name: 'Fluentd (rdkafka)' }, ['unknown', 'It’s not known how this plugin verifies.']]
  if (!/^(?:opensearch|elasticsearch)(?:_data_stream)?$/.test(value)) return undefined
  const judged = fluentHttp(own)
  return judged && [FLUENT_HTTP, judged]
}

/** What Kafka’s own rules say is left out beside it. */
const KAFKA = 'Kafka client configuration'

export const DATA_FILES: readonly File[] = [
  { sign: /^(.*\boutputs\.[\w-]+\.)type$/, judge: dbt },
  { sign: /^()type$/, judge: (own, value) => (own.has('schema') && own.has('threads') ? dbt(own, value) : undefined) },
  {
    sign: /^(.*\bkafka\.|(?:.*\.)?KAFKA_)(?:tls\.(?:insecureSkipTlsVerify|caFilepath)|TLS_(?:INSECURESKIPTLSVERIFY|CAFILEPATH))$/,
    judge: redpanda,
    what: KAFKA,
  },
  {
    sign: /^((?:.*\.|)spring\.(?:data\.)?cassandra\.|(?:.*\.)?SPRING_(?:DATA_)?CASSANDRA_)(?:contact-?points|CONTACT_?POINTS)(?:\.\d+)?$/,
    judge: springCassandra,
  },
  { sign: /^()(?:server_tls|verify_server_certificate)$/, holder: /^general$/, judge: pgcat },
  { sign: /^()bootstrap_servers$/, holder: /^provider "?kafka"?$/, judge: terraformKafka, what: KAFKA },
  { sign: /^()@?type$/, holder: /^(?:match|source|store)$/, judge: fluentd },
]
