/** A tls.Config of Go, and the clients that take one: go-redis, go-sql-driver/mysql, go-pg, Sarama, franz-go, kafka-go. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import type { Finding } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { isWholeMap } from '../whole-map.ts'
import { documentedClient, truth, verdictOf, type Client, type Judged } from '../verdict.ts'

const OPEN: Judged = [
  'depends',
  'It depends on the tls.Config: with RootCAs and without InsecureSkipVerify it verifies CA and host name.',
]

const optionOf = (map: string, name: string): string | undefined =>
  new RegExp(String.raw`[{,]\s*${name}\s*:\s*([^,}]+)`).exec(map)?.[1]?.trim()

const byMap = (written: string): Judged => {
  const map = written.replaceAll(/\/\/[^\n]*/g, '')
  const skip = optionOf(map, 'InsecureSkipVerify')
  const isOwn = /\b(?:VerifyPeerCertificate|VerifyConnection)\b/.test(map)
  if (skip !== undefined && truth(skip) === undefined) return OPEN
  if (truth(skip) === true)
    return isOwn ? OPEN : ['none', 'InsecureSkipVerify accepts any server. Name the CA with RootCAs instead.']
  const roots = optionOf(map, 'RootCAs')
  return roots === undefined || roots === 'nil'
    ? ['public', 'Without RootCAs it trusts only the system’s CAs: servers signed by the project CA are rejected.']
    : ['full', 'With RootCAs it verifies the CA and the host name.']
}

/** What changes a tls.Config behind its map. */
const CHANGED = /\. (?:InsecureSkipVerify|RootCAs|VerifyPeerCertificate|VerifyConnection) =/

const tlsOf = (written: string, { words, groups }: ParsedDocument): Judged => {
  const map = /^&?\s*tls\.Config\s*(\{[\s\S]*\})$/.exec(written.trim())?.[1]
  if (CHANGED.test(words)) return OPEN
  if (map !== undefined && isWholeMap(map)) return byMap(map)
  const name = /^&?([a-zA-Z_]\w*)$/.exec(written.trim())?.[1]
  const given =
    name === undefined ? undefined : groups.flatMap(({ settings }) => settings).filter((one) => one.name === name)
  const [only, ...others] = given ?? []
  const held = only && /^&?\s*tls\.Config\s*(\{[\s\S]*\})$/.exec(only.literal.value.trim())?.[1]
  // Declared without a value, it's nil until something gives it one.
  const isDeclared = name !== undefined && new RegExp(String.raw`\bvar ${name} (?!=)`).test(words)
  return held !== undefined && others.length === 0 && !isDeclared && isWholeMap(held) ? byMap(held) : OPEN
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

const REDIS = documentedClient('go-redis', 'https://redis.uptrace.dev/guide/go-redis.html#using-tls')
const GO_PG = documentedClient('go-pg', 'https://pkg.go.dev/github.com/go-pg/pg/v10#Options')
const KGO = documentedClient('franz-go', 'https://pkg.go.dev/github.com/twmb/franz-go/pkg/kgo')
const KAFKA_GO = documentedClient('kafka-go', 'https://pkg.go.dev/github.com/segmentio/kafka-go')

const GOCQL: Client = { name: 'gocql', basis: 'read', source: 'gocql 1.7.0, setupTLSConfig' }

/** Beside a tls.Config of its own, EnableHostVerification counts only where it turns the check on. */
const judgeGocql = (of: (name: string) => string | undefined, document: ParsedDocument): Judged => {
  const enable = of('EnableHostVerification')
  const config = of('Config')
  if (enable !== undefined && truth(enable) === undefined) return OPEN
  const isOn = truth(enable) === true
  const hasCa = (of('CaPath') ?? '') !== ''
  const judged: Judged =
    config === undefined || config === 'nil'
      ? isOn
        ? byMap('{}')
        : ['none', 'Without EnableHostVerification: true, gocql accepts any server, whatever CaPath says.']
      : goTls(config, document)
  if (/\. SslOpts \. /.test(document.words) || (isOn && judged[0] === 'none')) return OPEN
  return judged[0] === 'public' && hasCa ? ['full', 'With CaPath it verifies the CA and the host name.'] : judged
}

const judgeFranz = (document: ParsedDocument): Judged | undefined => {
  const { groups, words } = document
  const passed = /\bkgo \. DialTLSConfig \( (&? ?tls \. Config \{|\w+(?= \)))/.exec(words)?.[1]
  if (passed !== undefined) {
    if (!passed.endsWith('{')) return goTls(passed, document)
    const [only, ...others] = groups.filter(({ holder }) => holder.endsWith('tls.Config'))
    const map = only?.settings.map(({ name, literal }) => `${name}: ${literal.value}`).join(', ')
    return map === undefined || others.length > 0 ? OPEN : goTls(`tls.Config{${map}}`, document)
  }
  if (/\bkgo \. DialTLS \( \)/.test(words))
    return [
      'public',
      'DialTLS trusts only the system’s CAs: servers signed by the project CA are rejected. Use DialTLSConfig.',
    ]
  return undefined
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
  if (/(?:^|\.)gocql\.SslOptions$/.test(holder)) return finding('Settings in code', GOCQL, judgeGocql(of, document))
  if (/(?:^|\.)kafka\.(?:Dialer|Transport)$/.test(holder) && of('TLS') !== undefined)
    return finding('Kafka client configuration', KAFKA_GO, goTls(of('TLS') ?? '', document))
  if (holder === 'kgo.SeedBrokers') {
    const judged = judgeFranz(document)
    return judged && finding('Kafka client configuration', KGO, judged)
  }
  return undefined
}
