/** Libraries of Python that hand TLS settings on to a driver, and clients with names of their own. */
import type { Literal, ParsedDocument } from '../../documents/document.ts'
import { FULL, LOCAL_HOST, OPEN } from '../common-words.ts'
import { KAFKA } from '../kafka/kafka.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { PG } from '../postgresql/postgresql.ts'
import { isNeither, readClient, truth, type Judged } from '../verdict.ts'
import { KAFKA_SETTINGS, MYSQL_SETTINGS, namesTls, POSTGRESQL, REDIS, UNKNOWN } from './library.ts'
import type { Library, Own } from './library.ts'
import { isNone } from './python-call.ts'
import { contextOf, heldUntilLater, isMode, sslContext } from './ssl-context.ts'

const PUBLIC_ROOTS: Judged = [
  'public',
  'It trusts only the system’s public CAs: servers signed by the project CA are rejected.',
]

/** The `ssl` that a library hands to asyncpg.connect(). */
const byAsyncpg = ({ of, params, document }: Own, path: string): Judged | undefined => {
  const ssl = of(`${path}.ssl`)
  const map = params.get(path)
  if (map === undefined) return undefined
  if (!/^(?:\{|dict\()/.test(map) || /[{(,]\s*\*\*/.test(map)) return OPEN
  if (LOCAL_HOST.test(params.get(`${path}.host`) ?? 'elsewhere')) return undefined
  // An argument counts before the address, which is judged alone without one.
  if (params.has(`${path}.dsn`))
    return isNone(ssl) || !ssl || isMode(ssl) ? undefined : heldUntilLater(sslContext(ssl, document), ssl, document)
  return isNone(ssl) || !ssl ? PG.asyncpg.judge(new Map()) : heldUntilLater(sslContext(ssl, document), ssl, document)
}

const tortoise = (own: Own): Judged | undefined => {
  const engine = own.params.get('engine') ?? ''
  const [ssl, map] = [own.of('credentials.ssl'), own.params.get('credentials')]
  if (engine.endsWith('asyncpg')) return byAsyncpg(own, 'credentials')
  if (map === undefined || LOCAL_HOST.test(own.params.get('credentials.host') ?? 'elsewhere')) return undefined
  if (isNone(ssl) || !ssl) return engine.endsWith('psycopg') ? PG.psycopg.judge(new Map()) : undefined
  if (engine.endsWith('mysql')) return contextOf(ssl, own.document) ?? UNKNOWN
  const context = contextOf(ssl, own.document)
  // It tells libpq the mode alone, by whether the context checks the name.
  if (context?.[0] === 'none' || context?.[0] === 'chain' || truth(ssl.value) === true)
    return ['none', 'Tortoise ORM makes sslmode=require of this: it accepts any server.']
  return [
    'depends',
    'Tortoise ORM makes sslmode=verify-full of an SSLContext that checks the host name, and leaves its CA out: libpq takes the one in ~/.postgresql/root.crt.',
  ]
}

/** Brokers connect when they are started. */
const byContext = (context: Literal, document: ParsedDocument): Judged =>
  heldUntilLater(contextOf(context, document) ?? OPEN, context, document)

/** Security objects of FastStream: aiokafka takes their context, confluent-kafka none. */
const faststream = ({ of, document }: Own): Judged | undefined => {
  const [context, on] = [of('ssl_context'), of('use_ssl')]
  const isConfluent = /\bfaststream \. confluent\b/.test(document.words)
  if (isNeither(on?.value)) return OPEN
  const hasContext = context && !isNone(context)
  if (!/\bKafkaBroker\b/.test(document.words) || (isConfluent && /\bfaststream \. kafka\b/.test(document.words)))
    return hasContext ? byContext(context, document) : truth(on?.value) === true ? UNKNOWN : undefined
  if (hasContext && isConfluent) return ['fails', 'FastStream’s broker for Confluent takes no ssl_context.']
  if (hasContext) return byContext(context, document)
  if (truth(on?.value) !== true) return ['plain', 'Without ssl_context or use_ssl=True, nothing is encrypted.']
  if (!isConfluent) return KAFKA.aiokafka.judge(new Map([['security_protocol', 'SSL']]))
  return ['depends', 'It depends on the broker’s config: with "ssl.ca.location" it verifies.']
}

/** Whether what a call makes has a name that stands elsewhere too, beside the one place that takes it: it may be changed there. */
const mayChange = (words: string, type: string): boolean => {
  const name = new RegExp(String.raw`(\w+) = (?:\w+ \. )*${type} \(`).exec(words)?.[1]
  return name !== undefined && words.split(' ').filter((word) => word === name).length > 2
}

/** Valkey GLIDE: what is advanced stands in a call of its own. */
const glide = ({ of, document }: Own): Judged | undefined => {
  const [on, advanced] = [of('use_tls')?.value, of('advanced_config')]
  if (isNeither(on)) return OPEN
  if (truth(on) !== true) return ['plain', 'Without use_tls=True, nothing is encrypted.']
  if (isNone(advanced) || !advanced) return PUBLIC_ROOTS
  const [only, ...others] = document.groups.filter(({ holder }) => /(?:^|\.)TlsAdvancedConfiguration$/.test(holder))
  const isSetLater = ['TlsAdvancedConfiguration', 'AdvancedGlide\\w+'].some((type) => mayChange(document.words, type))
  if (!only || others.length > 0 || isSetLater) return OPEN
  const inner = new Map(only.settings.map(({ name, literal }) => [name, literal.value]))
  const [insecure, roots] = [inner.get('use_insecure_tls'), inner.get('root_pem_cacerts')]
  if (isNeither(insecure) || only.positional.length > 0) return OPEN
  if (truth(insecure) === true) return ['none', 'use_insecure_tls=True accepts any server.']
  return roots === undefined || roots === 'None'
    ? PUBLIC_ROOTS
    : /\bif\b|\bor\b|environ|getenv/.test(roots)
      ? OPEN
      : FULL
}

/** pymysql if it's installed, else mysqlclient. */
const peeweeMysql = (own: Own): Judged | undefined => {
  const ssl = own.of('ssl')
  if (!namesTls(own) && LOCAL_HOST.test(own.params.get('host') ?? '')) return undefined
  const context = ssl && contextOf(ssl, own.document)
  const [one, other] = [MYSQL.pymysql.judge(own.params), MYSQL.mysqlclient.judge(own.params)]
  if (context?.[0] === 'none' || one[0] === other[0]) return context ?? one
  return [
    'depends',
    'peewee takes pymysql, or mysqlclient where that one isn’t installed: they read these differently.',
  ]
}

/** arq hands its settings to redis-py, and turns the check of the host name off by itself. */
const arq = ({ params }: Own): Judged | undefined => {
  const [ssl, required, name] = [params.get('ssl'), params.get('ssl_cert_reqs'), params.get('ssl_check_hostname')]
  if (ssl === undefined && LOCAL_HOST.test(params.get('host') ?? '')) return undefined
  if ([ssl, name].some((one) => isNeither(one))) return OPEN
  if (truth(ssl) !== true) return ['plain', 'Without ssl=True, nothing is encrypted.']
  if (required === 'none') return ['none', 'ssl_cert_reqs="none" turns verification off.']
  if (required !== undefined && required !== 'required') return OPEN
  if (truth(name) === true) return params.has('ssl_ca_certs') ? FULL : PUBLIC_ROOTS
  return ['chain', 'arq checks the host name only with ssl_check_hostname=True.']
}

const rows: readonly Omit<Library, 'language'>[] = [
  {
    client: readClient('Tortoise ORM', 'tortoise-orm 1.1.9, backends'),
    what: 'Settings in code',
    at: { name: /^(.*\.|)engine$/, value: /^tortoise\.backends\.(?:asyncpg|psycopg|mysql)$/ },
    judge: tortoise,
  },
  {
    client: readClient('Piccolo (asyncpg)', 'piccolo 1.38.0, engine/postgres.py'),
    what: POSTGRESQL,
    holder: /(?:^|\.)(?:Postgres|Cockroach)Engine$/,
    judge: (own) => byAsyncpg(own, 'config'),
  },
  {
    client: readClient('FastStream', 'faststream 0.7.8, security.py'),
    what: KAFKA_SETTINGS,
    holder: /^(?:BaseSecurity|SASL(?:Plaintext|Scram256|Scram512|OAuthBearer|GSSAPI))$/,
    judge: faststream,
  },
  {
    client: readClient('Valkey GLIDE (Python)', 'valkey-glide 2.6.0, config.py'),
    what: REDIS,
    holder: /(?:^|\.)Glide(?:Cluster)?ClientConfiguration$/,
    judge: glide,
  },
  {
    client: readClient('peewee', 'peewee 4.5.3'),
    what: MYSQL_SETTINGS,
    holder: /(?:^|\.)(?:Pooled)?MySQLDatabase$/,
    judge: peeweeMysql,
  },
  {
    client: readClient('arq (redis-py)', 'arq 0.28.0, connections.py'),
    what: REDIS,
    holder: /(?:^|\.)RedisSettings$/,
    sign: /\barq\b/,
    judge: arq,
  },
  ...(
    [
      ['coredis', REDIS, /^coredis\.\w+$/],
      ['MariaDB Connector/Python', MYSQL_SETTINGS, /^mariadb\.(?:connect|ConnectionPool)$/],
      ['pg8000', POSTGRESQL, /^pg8000\.(?:\w+\.)*(?:connect|Connection)$/],
      ['peewee (another driver of MySQL)', MYSQL_SETTINGS, /(?:^|\.)(?:MySQLConnector|MariaDBConnector)Database$/],
      ['aredis', REDIS, /^aredis\.\w+$/],
    ] as const
  ).map(([name, what, holder]) => ({
    client: { name, basis: 'unknown' as const, source: '' },
    what,
    holder,
    judge: (own: Own) => (namesTls(own) ? UNKNOWN : undefined),
  })),
]

export const PYTHON_LIBRARIES: readonly Library[] = rows.map((row) => ({ ...row, language: 'python' }))
