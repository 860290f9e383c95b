/** A tls.Config of Go, and the clients that take one: go-redis, go-sql-driver/mysql, go-pg, Sarama, franz-go, kafka-go. */
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import type { Finding } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { isWholeMap } from '../whole-map.ts'
import { documentedClient, runClient, truth, verdictOf, type Client, type Judged } from '../verdict.ts'

const OPEN: Judged = [
  'depends',
  'It depends on the tls.Config: with RootCAs and without InsecureSkipVerify it verifies CA and host name.',
]

const optionOf = (map: string, name: string): string | undefined =>
  new RegExp(String.raw`[{,]\s*${name}\s*:\s*([^,}]+)`).exec(map)?.[1]?.trim()

const NO_CA: Judged = [
  'fails',
  'RootCAs is an empty pool: no CA is trusted, and every server is rejected. Add ca.pem to it.',
]
const OTHER_NAME: Judged = [
  'depends',
  'It verifies the CA, and the name in ServerName instead of that of the address. Leave ServerName out.',
]
const PUBLIC: Judged = [
  'public',
  'Without RootCAs it trusts only the system’s CAs: servers signed by the project CA are rejected.',
]
const SYSTEM: Judged = [
  'public',
  'A SystemCertPool without more holds only the system’s CAs: servers signed by the project CA are rejected.',
]

/** What a pool holds; undefined where it holds what the code adds. */
const byPool = (pool: string, { words }: ParsedDocument): Judged | undefined => {
  if (pool === 'x509.NewCertPool()') return NO_CA
  if (!/^[a-zA-Z_]\w*$/.test(pool)) return undefined
  const maker = new RegExp(String.raw`\b${pool}\b(?: , \w+)? :?= x509 \. (NewCertPool|SystemCertPool) \(`, 'g')
  const [made, ...others] = [...words.matchAll(maker)]
  // Whatever gets the pool may add to it; so does another value.
  const uses = [...words.matchAll(new RegExp(String.raw`(?<!\. )\b${pool}\b`, 'g'))].length
  const isRead = [...words.matchAll(new RegExp(String.raw`\b(?:RootCAs|ClientCAs)(?: :| =) ${pool}\b`, 'g'))].length
  if (!made || others.length > 0 || uses > 1 + isRead) return undefined
  return made[1] === 'NewCertPool' ? NO_CA : SYSTEM
}

/** Whether a name in quotes is that of no address in the text. */
const isOtherName = (name: string | undefined, { literals }: ParsedDocument): boolean => {
  const host = /^["`]([^"`]+)["`]$/.exec(name ?? '')?.[1]
  const isAddress = (value: string) => value === host || value.startsWith(`${host ?? ''}:`)
  return (
    host !== undefined &&
    !literals.some(({ name: own, literal: { value } }) => !own.endsWith('ServerName') && isAddress(value))
  )
}

const byMap = (written: string, document: ParsedDocument): Judged => {
  const map = written.replaceAll(/\/\/[^\n]*/g, '')
  const skip = optionOf(map, 'InsecureSkipVerify')
  const isOwn = /\b(?:VerifyPeerCertificate|VerifyConnection)\b/.test(map)
  if (skip !== undefined && truth(skip) === undefined) return OPEN
  if (truth(skip) === true)
    return isOwn ? OPEN : ['none', 'InsecureSkipVerify accepts any server. Name the CA with RootCAs instead.']
  const roots = optionOf(map, 'RootCAs')
  if (roots === undefined || roots === 'nil') return PUBLIC
  const pool = byPool(roots, document)
  if (pool) return pool
  return isOtherName(optionOf(map, 'ServerName'), document)
    ? OTHER_NAME
    : ['full', 'With RootCAs it verifies the CA and the host name.']
}

/** What changes a tls.Config behind its map. */
const CHANGED = /\. (?:InsecureSkipVerify|RootCAs|VerifyPeerCertificate|VerifyConnection) =/

const tlsOf = (written: string, document: ParsedDocument): Judged => {
  const { words, groups } = document
  const map = /^&?\s*tls\.Config\s*(\{[\s\S]*\})$/.exec(written.trim())?.[1]
  if (CHANGED.test(words)) return OPEN
  if (map !== undefined && isWholeMap(map)) return byMap(map, document)
  const name = /^&?([a-zA-Z_]\w*)$/.exec(written.trim())?.[1]
  const given =
    name === undefined ? undefined : groups.flatMap(({ settings }) => settings).filter((one) => one.name === name)
  const [only, ...others] = given ?? []
  const held = only && /^&?\s*tls\.Config\s*(\{[\s\S]*\})$/.exec(only.literal.value.trim())?.[1]
  // Declared without a value, it's nil until something gives it one.
  const isDeclared = name !== undefined && new RegExp(String.raw`\bvar ${name} (?!=)`).test(words)
  return held !== undefined && others.length === 0 && !isDeclared && isWholeMap(held) ? byMap(held, document) : OPEN
}

/**
 * What a tls.Config comes to.
 *
 * @param written as the code passes it: a map, or the name of a variable
 * @param run of the proof, that showed what InsecureSkipVerify does with this client
 */
export const goTls = (written: string, document: ParsedDocument, run?: string): Judged => {
  const [verifies, because] = tlsOf(written, document)
  return verifies === 'none' ? [verifies, because, run] : [verifies, because]
}

const REDIS = runClient('go-redis', 'go-redis 9.23.0')
const GO_PG = documentedClient('go-pg', 'https://pkg.go.dev/github.com/go-pg/pg/v10#Options')
const KGO = runClient('franz-go', 'franz-go 1.22.3')
const KAFKA_GO = runClient('kafka-go', 'kafka-go 0.4.51')
const CLICKHOUSE = runClient('clickhouse-go', 'clickhouse-go 2.51.0')

const GOCQL = runClient('gocql', 'gocql 2.0.0; 1.7.0 was read')

/** Beside a tls.Config of its own, EnableHostVerification counts only where it turns the check on. */
const byOptions = (of: (name: string) => string | undefined, document: ParsedDocument): Judged => {
  const enable = of('EnableHostVerification')
  const config = of('Config')
  if (enable !== undefined && truth(enable) === undefined) return OPEN
  const isOn = truth(enable) === true
  const hasCa = (of('CaPath') ?? '') !== ''
  const judged: Judged =
    config === undefined || config === 'nil'
      ? isOn
        ? PUBLIC
        : ['none', 'Without EnableHostVerification: true, gocql accepts any server, whatever CaPath says.']
      : goTls(config, document)
  if (/\. SslOpts \. /.test(document.words) || (isOn && judged[0] === 'none')) return OPEN
  return judged[0] === 'public' && hasCa ? ['full', 'With CaPath it verifies the CA and the host name.'] : judged
}

const BY_ADDRESS =
  'looks for the server’s IP address in the certificate, and rejects one that has only names. Pass a tls.Config with the host name as ServerName.'

/** Version 2 connects to addresses, and forgets the name that they came from; the text doesn't show the version. */
const judgeGocql = (of: (name: string) => string | undefined, document: ParsedDocument): Judged => {
  const judged = byOptions(of, document)
  const [verifies, because] = judged
  return (verifies !== 'full' && verifies !== 'public') || /\bServerName\b/.test(document.words)
    ? judged
    : ['depends', `${because} But version 2 of gocql ${BY_ADDRESS}`]
}

/** A value with its quotes, where it has some. */
const written = ({ value, range }: Literal) => (range.end - range.start > value.length ? `"${value}"` : value)

const judgeFranz = (document: ParsedDocument): Judged | undefined => {
  const { groups, words } = document
  const passed = /\bkgo \. DialTLSConfig \( (&? ?tls \. Config \{|\w+(?= \)))/.exec(words)?.[1]
  if (passed === 'nil') return ['plain', 'DialTLSConfig(nil) turns TLS off: nothing is encrypted.']
  if (passed !== undefined) {
    if (!passed.endsWith('{')) return goTls(passed, document)
    if (/\bkgo \. DialTLSConfig \( &? ?tls \. Config \{ \}/.test(words)) return PUBLIC
    const [only, ...others] = groups.filter(({ holder }) => holder.endsWith('tls.Config'))
    const map = only?.settings.map(({ name, literal }) => `${name}: ${written(literal)}`).join(', ')
    return map === undefined || others.length > 0 ? OPEN : goTls(`tls.Config{${map}}`, document)
  }
  if (/\bkgo \. DialTLS \( \)/.test(words))
    return [
      'public',
      'DialTLS trusts only the system’s CAs: servers signed by the project CA are rejected. Use DialTLSConfig.',
    ]
  if (/\bkgo \. Dialer \(/.test(words)) return OPEN
  // All its options stand in the call.
  const isShown = /\bkgo \. NewClient \( kgo \./.test(words) && !/\bkgo \. Dial|\bappend \(|\.\.\./.test(words)
  return isShown ? ['plain', 'Without DialTLS or DialTLSConfig, nothing is encrypted.'] : undefined
}

/** A mysql.Config: a tls.Config of its own counts before the name of one, and `tls=` of an address is that name. */
const judgeMysqlConfig = (document: ParsedDocument, of: (name: string) => string | undefined): Judged => {
  const own = of('TLS')
  const name = of('TLSConfig')
  return own !== undefined && own !== 'nil'
    ? goTls(own, document)
    : MYSQL.go.judge(new Map(name === undefined || name === '' ? [] : [['tls', name]]))
}

/** What Go's clients make of a group; undefined for any other. */
export const judgeGo = (document: ParsedDocument, group: Group): Finding | undefined => {
  if (document.language !== 'go') return undefined
  const { holder, settings, range } = group
  const finding = (what: string, known: Client, judged: Judged): Finding => ({
    what,
    range,
    drivers: [verdictOf(known, judged)],
    notes: [],
  })
  const of = (name: string) =>
    settings.find((setting) => setting.name === name || setting.name === `${holder}.${name}`)?.literal.value
  const isMade = new RegExp(String.raw`\b${holder} :?= mysql \. (?:NewConfig|ParseDSN) \(`).test(document.words)
  if (/(?:^|\.)mysql\.Config$/.test(holder) || (isMade && /^\w+$/.test(holder))) {
    const isOpen = !isMade && /\. TLS(?:Config)? =/.test(document.words)
    return (of('Addr') ?? of('TLSConfig') ?? of('TLS')) !== undefined
      ? finding('MySQL settings', MYSQL.go, isOpen ? OPEN : judgeMysqlConfig(document, of))
      : undefined
  }
  if (/^pg\.Options$/.test(holder) && of('Addr') !== undefined && !/\. TLSConfig =/.test(document.words))
    return finding(
      'PostgreSQL settings',
      GO_PG,
      of('TLSConfig') === undefined
        ? ['plain', 'Without TLSConfig, nothing is encrypted.']
        : goTls(of('TLSConfig') ?? '', document),
    )
  if (/(?:^|\.)(?:redis|valkey)\.(?:Universal|Cluster|Failover)?Options$/.test(holder)) {
    const config = of('TLSConfig')
    if (config !== undefined && config !== 'nil')
      return finding('Redis or Valkey settings', REDIS, goTls(config, document, 'go-redis-skip-verify'))
    return (of('Addr') ?? of('Addrs')) !== undefined && !/\. TLSConfig =/.test(document.words)
      ? finding('Redis or Valkey settings', REDIS, ['plain', 'Without TLSConfig, nothing is encrypted.'])
      : undefined
  }
  if (/(?:^|\.)clickhouse\.Options$/.test(holder) && of('Addr') !== undefined && !/\. TLS =/.test(document.words)) {
    const config = of('TLS')
    return finding(
      'Settings in code',
      CLICKHOUSE,
      config === undefined || config === 'nil'
        ? ['plain', 'Without TLS, nothing is encrypted.']
        : goTls(config, document),
    )
  }
  if (/(?:^|\.)gocql\.SslOptions$/.test(holder)) return finding('Settings in code', GOCQL, judgeGocql(of, document))
  if (/(?:^|\.)kafka\.(?:Dialer|Transport)$/.test(holder) && settings.length > 0) {
    const config = of('TLS')
    if (config !== undefined && config !== 'nil')
      return finding('Kafka client configuration', KAFKA_GO, goTls(config, document))
    return (of('SASLMechanism') ?? of('SASL') ?? config) !== undefined && !/\. TLS =/.test(document.words)
      ? finding('Kafka client configuration', KAFKA_GO, ['plain', 'Without TLS, nothing is encrypted.'])
      : undefined
  }
  if (holder === 'kgo.SeedBrokers') {
    const judged = judgeFranz(document)
    return judged && finding('Kafka client configuration', KGO, judged)
  }
  return undefined
}
