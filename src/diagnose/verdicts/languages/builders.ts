/** Clients that code builds with calls of their own, one behind the other: Jedis, Lettuce, Vert.x, ScyllaDB, MassTransit and others. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL, OPEN, PUBLIC } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { jedis, lettuce, springLettuce } from '../redis/java-builders.ts'
import { BY_STORE, JEDIS, LETTUCE } from '../redis/java-clients.ts'
import { agreed, ANY, isLocal, off, passed } from './called.ts'
import { STACK_EXCHANGE, stackExchangeTls } from '../redis/stack-exchange.ts'
import { PG } from '../postgresql/postgresql.ts'
import { documentedClient, readClient, truth, type Client, type Judged } from '../verdict.ts'

interface Builder {
  readonly client: Client
  readonly what: string
  readonly language: RegExp
  /** The calls that belong to it; the first one is where the answer stands. */
  readonly holder: RegExp
  /** A setting that one of these has: where any of them would do, it's left out. */
  readonly setting?: RegExp
  /** What must stand among the words of the code. */
  readonly sign: RegExp
  /** @param group the first of its calls; undefined where another rule tells */
  readonly judge: (document: ParsedDocument, group: Group) => Judged | undefined
}

const JAVA = /^(?:java|kotlin|csharp)$/
const REDIS = 'Redis or Valkey settings'
const vertx = (document: ParsedDocument): Judged | undefined => {
  const { words } = document
  if (!/\. setHost \(/.test(words)) return undefined
  const [mode, ...others] = passed(document, 'setSslMode')
  if (others.length > 0) return OPEN
  if (mode === undefined || /^DISABLED?$/.test(mode)) return off('setSslMode')
  if (agreed(passed(document, 'setTrustAll')) === true) return ANY
  return /^(?:ALLOW|PREFER|PREFERRED)$/.test(mode)
    ? ['none', 'This mode may connect without TLS, and accepts any server.']
    : ['depends', 'Which CAs it trusts, and whether it checks the host name, its SSL options say.']
}

const scylla = ({ words }: ParsedDocument): Judged =>
  /\b(?:tls_context|ssl_context) \(/.test(words)
    ? /\bset_verify \( SslVerifyMode :: NONE \)/.test(words)
      ? ANY
      : ['depends', 'It depends on the TLS context that the code makes: which CAs it has, and what it checks.']
    : off('tls_context')

const cqlSession = ({ words }: ParsedDocument): Judged => [
  'depends',
  /\. withSsl(?:Context|EngineFactory) \(/.test(words)
    ? 'It depends on the SSLContext: an SSLContext alone doesn’t make this driver check the host name.'
    : 'Whether it uses TLS, and what it verifies, its application.conf says.',
]

/** The file of the same driver. */
const cqlFile = ({ words }: ParsedDocument, { settings }: Group): Judged => {
  const of = (end: string) => settings.find(({ name }) => name === end || name.endsWith(`-${end}`))?.literal.value
  if (of('class') !== 'DefaultSslEngineFactory') return OPEN
  const name = of('validation')
  if (name !== undefined && truth(name) === undefined) return OPEN
  if (!/\btruststore - path = /.test(words)) return ['depends', `${BY_STORE}.`]
  return truth(name) === false ? ['chain', 'hostname-validation = false: any server of the same CA is accepted.'] : FULL
}

const massTransit = ({ words }: ParsedDocument, { settings }: Group): Judged => {
  const of = (end: RegExp) => settings.find(({ name }) => end.test(name))?.literal.value
  const verify = of(/Enable(?:Ssl)?CertificateVerification$/)
  if (verify !== undefined && truth(verify) === undefined) return OPEN
  if (truth(verify) === false) return ANY
  if (!/\. SecurityProtocol = SecurityProtocol \. (?:Ssl|SaslSsl)\b/.test(words))
    return ['depends', 'The text doesn’t set SecurityProtocol to Ssl or SaslSsl.']
  if (of(/EndpointIdentificationAlgorithm$/) !== undefined) return OPEN
  return of(/CaLocation$|CaPem$/) === undefined ? PUBLIC : FULL
}

const stackExchange = (document: ParsedDocument, { settings, separator }: Group): Judged | undefined => {
  const [last, ...others] = settings.filter(({ name }) => /(?:^|\.)Ssl$/.test(name)).toReversed()
  const ssl = last?.literal.value
  const isLater = separator === 'comma' ? /\. Ssl =/.test(document.words) : others.length > 0
  if (isLater || (ssl !== undefined && truth(ssl) === undefined)) return OPEN
  if (truth(ssl) === true) return stackExchangeTls(document.words)
  return off('Ssl = true')
}

const DATASTAX = documentedClient(
  'DataStax Java driver',
  'https://docs.datastax.com/en/developer/java-driver/latest/manual/core/ssl/',
)

const BUILDERS: readonly Builder[] = [
  {
    client: JEDIS,
    what: REDIS,
    language: JAVA,
    holder: /^(?:DefaultJedisClientConfig|SslOptions)\./,
    sign: /\bDefaultJedisClientConfig \. builder\b/,
    judge: jedis,
  },
  {
    client: LETTUCE,
    what: REDIS,
    language: JAVA,
    holder: /^RedisURI\.(?:b|B)uilder/,
    sign: /\bRedisURI \. [bB]uilder\b/,
    judge: lettuce,
  },
  {
    client: { ...LETTUCE, name: 'Lettuce (Spring Data Redis)' },
    what: REDIS,
    language: JAVA,
    holder: /^(?:new )?(?:LettuceConnectionFactory|RedisStandaloneConfiguration)$/,
    sign: /\bLettuceConnectionFactory \(/,
    judge: springLettuce,
  },
  {
    client: STACK_EXCHANGE,
    what: REDIS,
    language: /^csharp$/,
    holder: /^new ConfigurationOptions$/,
    sign: /\bnew ConfigurationOptions\b/,
    judge: stackExchange,
  },
  {
    client: STACK_EXCHANGE,
    what: REDIS,
    language: /^csharp$/,
    holder: /^\w+$/,
    setting: /\.Ssl$/,
    sign: /\bnew ConfigurationOptions \( \)/,
    judge: stackExchange,
  },
  {
    client: PG.vertx,
    what: 'PostgreSQL settings',
    language: JAVA,
    holder: /^new PgConnectOptions|^PgConnectOptions/,
    sign: /\bPgConnectOptions \( \)/,
    judge: vertx,
  },
  {
    client: documentedClient('Vert.x (MySQL)', 'https://vertx.io/docs/vertx-mysql-client/java/#_using_ssltls'),
    what: 'MySQL settings',
    language: JAVA,
    holder: /^new MySQLConnectOptions|^MySQLConnectOptions/,
    sign: /\bMySQLConnectOptions \( \)/,
    judge: vertx,
  },
  {
    client: documentedClient('scylla (Rust)', 'https://rust-driver.docs.scylladb.com/stable/connecting/tls.html'),
    what: 'Cassandra settings',
    language: /^rust$/,
    holder: /^(?:\w+\.)?known_nodes?(?:_addr)?$|^set_verify$/,
    sign: /\bSessionBuilder :: new\b/,
    judge: scylla,
  },
  {
    client: DATASTAX,
    what: 'Cassandra settings',
    language: JAVA,
    holder: /^CqlSession\.builder|addContactPoint$/,
    sign: /\bCqlSession \. builder\b/,
    judge: cqlSession,
  },
  {
    client: DATASTAX,
    what: 'Cassandra settings',
    language: /^blocks$/,
    holder: /^(?:advanced\.)?(?:ssl-engine-)?factory$/,
    sign: /\bssl - engine - factory \{/,
    judge: cqlFile,
  },
  {
    client: readClient('MassTransit (Confluent.Kafka)', 'MassTransit.KafkaIntegration, KafkaSslConfigurator.cs'),
    what: 'Kafka client configuration',
    language: /^(?:csharp|javascript)$/,
    holder: /(?:^|\.)(?:UseSsl|UsingKafka)$/,
    sign: /\bUsingKafka\b[\s\S]*\bUseSsl \(/,
    judge: massTransit,
  },
]

/** What such a client comes to, told once: at the first of its calls, and for all of them. */
export const judgeBuilder = (document: ParsedDocument, group: Group): Finding | undefined => {
  for (const { client, what, language, holder, setting, sign, judge } of BUILDERS) {
    const isOwn = (one: Group) =>
      holder.test(one.holder) && (!setting || one.settings.some(({ name }) => setting.test(name)))
    if (!isOwn(group) || !language.test(document.language) || !sign.test(document.words)) continue
    const own = document.groups.filter(isOwn)
    const fullest = own.toSorted((one, other) => other.settings.length - one.settings.length)[0] ?? group
    // With several of them, what is said of one may be meant for another.
    const several = (document.words.match(new RegExp(sign.source, 'g')) ?? []).length > 1
    const judged = own[0] === group ? judge(document, fullest) : undefined
    if (!judged || (judged[0] === 'plain' && isLocal(document))) continue
    const isOpen = (several || /\bif \(/.test(document.words)) && judged[0] !== 'none' && judged[0] !== 'depends'
    const params = new Map<string, string>(
      fullest.settings.flatMap(({ name, literal }) => (/ca|path/i.test(name) ? [['ca', literal.value]] : [])),
    )
    return {
      what,
      range: group.range,
      drivers: [verdictByCaFile(client, isOpen && (several || judged[0] !== 'plain') ? OPEN : judged, params)],
      notes: [],
      covers: own.filter((one) => one !== group),
    }
  }
  return undefined
}
