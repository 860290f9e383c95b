/** Clients that code builds with calls of their own, one behind the other: Jedis, Lettuce, Vert.x, ScyllaDB, MassTransit and others. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL, OPEN, PUBLIC } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { JEDIS, JEDIS_TLS, LETTUCE, BY_STORE } from '../redis/java-clients.ts'
import { STACK_EXCHANGE, stackExchangeTls } from '../redis/stack-exchange.ts'
import { PG } from '../postgresql/postgresql.ts'
import { documentedClient, readClient, truth, type Client, type Judged } from '../verdict.ts'

interface Builder {
  readonly client: Client
  readonly what: string
  readonly language: RegExp
  /** The calls that belong to it; the first one is where the answer stands. */
  readonly holder: RegExp
  /** What must stand among the words of the code. */
  readonly sign: RegExp
  /** @param group the first of its calls; undefined where another rule tells */
  readonly judge: (document: ParsedDocument, group: Group) => Judged | undefined
}

const JAVA = /^(?:java|kotlin|csharp)$/
const REDIS = 'Redis or Valkey settings'
const off = (option: string): Judged => ['plain', `Without ${option}, nothing is encrypted.`]
const CODE_DECIDES: Judged = ['depends', 'The code decides which certificates it accepts.']
const ANY: Judged = ['none', 'The code turns verification off: any server is accepted.']
const UNNAMED: Judged = ['chain', 'The host name isn’t checked: any server of a CA that the client trusts will do.']

/** What is passed to the calls of a name, as far as it is one word: `. ssl ( true )`. */
const passed = ({ words }: ParsedDocument, name: string): string[] =>
  [...words.matchAll(new RegExp(String.raw`(?:^|[. ])${name} \( ((?:\w+ (?:\.|::) )*)(\w*) ?(?=\)|[^)])`, 'g'))].map(
    ([, , value = '']) => value,
  )

/** The truth that all calls of a name agree on; undefined where one says something else. */
const agreed = (values: readonly string[]): boolean | undefined => {
  const [first, ...others] = values.map((value) => truth(value))
  return others.every((other) => other === first) ? first : undefined
}

/** The machine itself: nothing is lost there without TLS. */
const isLocal = ({ literals }: ParsedDocument) =>
  literals.some(({ literal }) => /^(?:localhost|127\.0\.0\.1|::1)(?::\d+)?$/.test(literal.value))
const hasAddress = ({ literals }: ParsedDocument, scheme: RegExp) =>
  literals.some(({ literal }) => scheme.test(literal.value))

const jedis = (document: ParsedDocument): Judged | undefined => {
  const { words } = document
  if (hasAddress(document, /^rediss?:/)) return undefined
  const ssl = passed(document, 'ssl')
  if (/\. sslOptions \(/.test(words)) {
    const [mode, ...others] = passed(document, 'sslVerifyMode')
    if (others.length > 0) return OPEN
    return mode === 'INSECURE' ? ANY : mode === 'CA' ? UNNAMED : CODE_DECIDES
  }
  if (ssl.length === 0 || agreed(ssl) === false) return off('ssl(true)')
  if (agreed(ssl) === undefined) return OPEN
  return /\. (?:sslSocketFactory|sslParameters|hostnameVerifier) \(/.test(words) ? CODE_DECIDES : JEDIS_TLS
}

const BY_JAVA_STORE: Judged = ['depends', `It verifies the CA and the host name. ${BY_STORE}.`]

const lettuce = (document: ParsedDocument): Judged | undefined => {
  const { words } = document
  if (hasAddress(document, /^rediss?:/)) return undefined
  if (/\. (?:withStartTls|setStartTls|setSsl|setVerifyPeer) \(/.test(words)) return OPEN
  const ssl = passed(document, 'withSsl')
  if (ssl.length === 0 || agreed(ssl) === false) return off('withSsl(true)')
  if (agreed(ssl) === undefined) return OPEN
  const [mode, ...others] = passed(document, 'withVerifyPeer')
  if (others.length > 0) return OPEN
  if (mode === undefined || mode === 'true' || mode === 'FULL') return BY_JAVA_STORE
  return mode === 'false' || mode === 'NONE' ? ANY : mode === 'CA' ? UNNAMED : OPEN
}

const springLettuce = (document: ParsedDocument): Judged => {
  const { words } = document
  if (/\. disablePeerVerification \(/.test(words)) return ANY
  const isOn = /\. useSsl \(/.test(words) || agreed(passed(document, 'setUseSsl')) === true
  if (isOn) return /\. setVerifyPeer \(|\bverifyPeer\b/.test(words) ? OPEN : BY_JAVA_STORE
  return /\bisUseSsl\b|setUseSsl|\bclientConfig\w*\b(?! =)/.test(words) ? OPEN : off('useSsl()')
}

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
const cqlFile = (_: ParsedDocument, { settings }: Group): Judged => {
  const of = (end: string) => settings.find(({ name }) => name === end || name.endsWith(`-${end}`))?.literal.value
  if (of('class') !== 'DefaultSslEngineFactory') return OPEN
  const name = of('validation')
  if (name !== undefined && truth(name) === undefined) return OPEN
  if (of('path') === undefined) return ['depends', `${BY_STORE}.`]
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

const stackExchange = (document: ParsedDocument, { settings }: Group): Judged | undefined => {
  const ssl = settings.find(({ name }) => name === 'Ssl')?.literal.value
  if (/\. Ssl =/.test(document.words) || (ssl !== undefined && truth(ssl) === undefined)) return OPEN
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
  for (const { client, what, language, holder, sign, judge } of BUILDERS) {
    if (!holder.test(group.holder) || !language.test(document.language) || !sign.test(document.words)) continue
    const own = document.groups.filter((one) => holder.test(one.holder))
    const fullest = own.toSorted((one, other) => other.settings.length - one.settings.length)[0] ?? group
    // With several of them, what is said of one may be meant for another.
    const several = (document.words.match(new RegExp(sign.source, 'g')) ?? []).length > 1
    const judged = own[0] === group ? judge(document, fullest) : undefined
    if (!judged || (judged[0] === 'plain' && isLocal(document))) continue
    const isOpen = (several || /\bif \(/.test(document.words)) && judged[0] !== 'none' && judged[0] !== 'depends'
    const params = new Map<string, string>(
      fullest.settings.flatMap(({ name, literal }) => (/ca|path/i.test(name) ? [[name, literal.value]] : [])),
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
