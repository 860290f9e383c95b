/** Libraries of Node.js, Deno and Bun whose TLS options have places of their own. */
import { FULL, LOCAL_HOST, OPEN } from '../common-words.ts'
import { KAFKA } from '../kafka/kafka.ts'
import { documentedClient, isNeither, readClient, truth, type Judged } from '../verdict.ts'
import { KAFKA_SETTINGS, MYSQL_SETTINGS, namesTls, POSTGRESQL, REDIS, tlsBelow, UNKNOWN } from './library.ts'
import type { Library, Own } from './library.ts'
import { isMissing, mayBeMissing } from './node-tls.ts'

const PLAIN: Judged = ['plain', 'Without tls, nothing is encrypted.']
const PUBLIC_ROOTS: Judged = [
  'public',
  'It trusts only the system’s public CAs: servers signed by the project CA are rejected.',
]

const BY_VERSION: Judged = [
  'depends',
  'MikroORM up to version 6 reads driverOptions.connection.ssl, later versions driverOptions.ssl: written for the other one, it isn’t read, and nothing is encrypted.',
]

const mikroOrm = (own: Own): Judged | undefined => {
  const judged = tlsBelow(own, 'driveroptions.connection.ssl') ?? tlsBelow(own, 'driveroptions.ssl')
  if (judged) return judged[0] === 'full' || judged[0] === 'public' ? BY_VERSION : judged
  const options = own.params.get('driveroptions')
  if (options !== undefined && !options.startsWith('{')) return OPEN
  const host = own.params.get('host')
  const isOwn = ['dbname', 'entities', 'driver', 'user', 'password'].some((name) => own.params.has(name))
  return host === undefined || LOCAL_HOST.test(host) || own.params.has('clienturl') || !isOwn
    ? undefined
    : ['plain', 'Without ssl in driverOptions, nothing is encrypted.']
}

const denoPostgres = ({ params }: Own): Judged | undefined => {
  const options = params.get('tls')
  if (options === undefined && (!params.has('hostname') || LOCAL_HOST.test(params.get('hostname') ?? '')))
    return undefined
  const [enabled, enforced] = [params.get('tls.enabled'), params.get('tls.enforce')]
  if (options?.startsWith('{') === false || isNeither(enabled) || isNeither(enforced)) return OPEN
  if (truth(enabled) === false) return ['plain', 'tls.enabled: false turns TLS off.']
  if (truth(enforced) !== true)
    return ['none', 'Without tls.enforce: true it goes on in plain text where the server doesn’t do TLS.']
  const cas = params.get('tls.cacertificates')
  return cas === undefined || /^\[\s*\]$/.test(cas) ? PUBLIC_ROOTS : mayBeMissing(cas) ? OPEN : FULL
}

const glide = ({ params, group }: Own): Judged | undefined => {
  const isShort = group.positional.some(({ value }) => /^(?:useTLS|advancedConfiguration)$/.test(value))
  const isOn = params.get('usetls')
  if (isNeither(isOn) || isShort) return OPEN
  if (truth(isOn) !== true) return ['plain', 'Without useTLS: true, nothing is encrypted.']
  const [whole, advanced] = [
    params.get('advancedconfiguration'),
    params.get('advancedconfiguration.tlsadvancedconfiguration'),
  ]
  const of = (name: string) => params.get(`advancedconfiguration.tlsadvancedconfiguration.${name}`)
  const [insecure, roots] = [of('insecure'), of('rootcertificates')]
  if ([whole, advanced].some((map) => map?.startsWith('{') === false) || isNeither(insecure)) return OPEN
  if (truth(insecure) === true) return ['none', 'insecure: true accepts any server.']
  if (/[{,]\s*(?:\.{3}|rootCertificates\s*[,}]|insecure\s*[,}])/.test(advanced ?? '')) return OPEN
  return roots === undefined || isMissing(roots) ? PUBLIC_ROOTS : mayBeMissing(roots) ? OPEN : FULL
}

const BUN_MODES: Readonly<Record<string, Judged | undefined>> = {
  true: ['none', 'tls: true means the mode require, which accepts any server.'],
  require: ['none', 'The mode require accepts any server.'],
  prefer: ['none', 'The mode prefer accepts any server.'],
  allow: ['none', 'The mode allow accepts any server.'],
  disable: ['plain', 'The mode disable turns TLS off.'],
  false: ['plain', 'tls: false turns TLS off.'],
}

/** @returns undefined where an address may say it: what Bun then does isn't known here */
const bunSql = ({ params, group }: Own): Judged | undefined => {
  const tls = params.get('tls') ?? params.get('ssl')
  const address = params.get('url') ?? group.positional.find(({ value }) => value.includes('://'))?.value
  if (tls === undefined || address?.includes('://') === true) return undefined
  if (truth(params.get('tls.rejectunauthorized')) === false)
    return ['none', 'rejectUnauthorized: false accepts any server.']
  const judged = BUN_MODES[tls]
  return judged ?? ['unknown', 'Whether these options make Bun verify depends on its version.']
}

const cluster = (own: Own): Judged | undefined => {
  const { params } = own
  const judged = tlsBelow(own, 'redisoptions.tls')
  const whole = params.get('redisoptions')
  if (judged) return judged
  if (whole !== undefined && (!whole.startsWith('{') || /[{,]\s*(?:\.{3}|tls\s*[,}])/.test(whole))) return OPEN
  return params.has('host') && !LOCAL_HOST.test(params.get('host') ?? '') ? PLAIN : undefined
}

const bull = (own: Own): Judged | undefined =>
  tlsBelow(own, 'redis.tls') ??
  (own.group.holder.startsWith('BullModule') ? tlsBelow(own, 'connection.tls') : undefined) ??
  (own.params.has('redis.host') && !LOCAL_HOST.test(own.params.get('redis.host') ?? '') ? PLAIN : undefined)

/** `new Redis(12691, 'h', { tls })`, `new Redis(address, { tls })`: the options count before the address. */
const ioredis = (own: Own): Judged | undefined => (own.params.has('host') ? undefined : tlsBelow(own, 'tls'))

/** Options of kafkajs, which NestJS hands on. */
const nestKafka = ({ params }: Own): Judged | undefined =>
  params.has('brokers') ? KAFKA.kafkaJs.judge(params) : undefined

/** `new Kafka({ kafkaJS: { ssl: true }, 'ssl.ca.location': … })` of Confluent's package, which is librdkafka below. */
const confluent = ({ params }: Own): Judged | undefined => {
  const ssl = params.get('kafkajs.ssl')
  if (![...params.keys()].some((name) => name.startsWith('kafkajs'))) return undefined
  if (ssl?.startsWith('{') === true)
    return ['fails', 'In Confluent’s package ssl takes true or false; the CA belongs beside it, as "ssl.ca.location".']
  if (isNeither(ssl)) return OPEN
  const secure = params.has('kafkajs.sasl') ? 'sasl_ssl' : 'ssl'
  const protocol = truth(ssl) === true ? secure : (params.get('security.protocol') ?? 'plaintext')
  return KAFKA.librdkafka.judge(new Map([...params, ['security.protocol', protocol]]))
}

const unread = (own: Own): Judged | undefined => (namesTls(own) ? UNKNOWN : undefined)

const rows: readonly Omit<Library, 'language'>[] = [
  {
    client: readClient(
      'MikroORM (Node.js)',
      '@mikro-orm/knex 6.6.16 and @mikro-orm/sql 7.2.5, AbstractSqlConnection.js',
    ),
    what: 'Settings in code',
    holder: /^(?:defineConfig|MikroORM\.init(?:Sync)?|new MikroORM|\w*[cC]onfig|default)?$/,
    sign: /\bMikroORM\b|@mikro-orm\//,
    judge: mikroOrm,
  },
  {
    client: readClient('deno-postgres', 'deno-postgres at 0488a0d, connection.ts'),
    what: POSTGRESQL,
    holder: /^new (?:\w+\.)?(?:Client|Pool)$/,
    sign: /deno\.land\/x\/postgres\b|@db\/postgres\b|@bartlomieju\/postgres\b/,
    judge: denoPostgres,
  },
  {
    client: readClient('Valkey GLIDE (Node.js)', '@valkey/valkey-glide 2.5.2, BaseClient.js'),
    what: REDIS,
    holder: /^Glide(?:Cluster)?Client(?:\.createClient|Configuration)$/,
    judge: glide,
  },
  {
    client: documentedClient('Bun SQL', 'https://bun.com/reference/bun/SQL/PostgresOrMySQLOptions/tls'),
    what: 'Settings in code',
    holder: /^new (?:Bun\.)?SQL$/,
    judge: bunSql,
  },
  {
    client: readClient('ioredis (Node.js)', 'ioredis 6.0.0'),
    what: REDIS,
    holder: /^new (?:\w+\.)?Cluster$/,
    sign: /\bioredis\b|\bredisOptions\b/,
    judge: cluster,
  },
  {
    client: readClient('ioredis (Node.js)', 'ioredis 6.0.0'),
    what: REDIS,
    holder: /^new (?:\w+\.)?(?:Redis|IORedis|Valkey)$/,
    judge: ioredis,
  },
  {
    client: readClient('Bull (ioredis)', 'bull 4.16.5, queue.js'),
    what: REDIS,
    holder: /^new \w*(?:Queue|Bull)$|^BullModule\.(?:forRoot|registerQueue)$/,
    judge: bull,
  },
  {
    client: KAFKA.kafkaJs,
    what: KAFKA_SETTINGS,
    at: { name: /^(.*\bclient\.)brokers$/ },
    sign: /\bTransport \. KAFKA\b|\bkafkajs\b/,
    judge: nestKafka,
  },
  {
    client: readClient('confluent-kafka-javascript (librdkafka)', '@confluentinc/kafka-javascript 1.10.1, _common.js'),
    what: KAFKA_SETTINGS,
    holder: /^new (?:\w+\.)*Kafka$/,
    judge: confluent,
  },
  ...(
    [
      ['Slonik (Node.js)', POSTGRESQL, /^createPool$/, /\bslonik\b/],
      ['@databases (Node.js)', 'Settings in code', /^createConnectionPool$/, /@databases\//],
      ['Prisma’s adapter for MariaDB', MYSQL_SETTINGS, /^new PrismaMariaDb$/, undefined],
      ['@keyv/redis (Node.js)', REDIS, /^new KeyvRedis$/, undefined],
      ['PlanetScale’s driver', MYSQL_SETTINGS, /^connect$/, /@planetscale\//],
    ] as const
  ).map(([name, what, holder, sign]) => ({
    client: { name, basis: 'unknown' as const, source: '' },
    what,
    holder,
    ...(sign ? { sign } : {}),
    judge: unread,
  })),
]

export const NODE_LIBRARIES: readonly Library[] = rows.map((row) => ({ ...row, language: 'javascript' }))
