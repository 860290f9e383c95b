/** Settings of Kafka clients in any container: one group may hold those of several clients, by prefix. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { findNames, flat, paramsOf, type NamedSetting } from '../../settings/names.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { correctKafka, type Scoped } from './correct-kafka.ts'
import type { Finding } from '../finding.ts'
import { INHERITED } from '../postgresql/pg-settings.ts'
import { KAFKA, type KafkaClient } from './kafka.ts'
import { isTakenOver } from '../inherited-settings.ts'
import { verdictOf, type Judged, type Params } from '../verdict.ts'

/** As the Java client and librdkafka write them. */
const NAMES = [
  'security.protocol',
  'bootstrap.servers',
  'metadata.broker.list',
  'ssl.truststore.location',
  'ssl.truststore.password',
  'ssl.truststore.type',
  'ssl.truststore.certificates',
  'ssl.keystore.location',
  'ssl.keystore.password',
  'ssl.keystore.type',
  'ssl.keystore.key',
  'ssl.keystore.certificate.chain',
  'ssl.key.password',
  'ssl.endpoint.identification.algorithm',
  'ssl.engine.factory.class',
  'ssl.bundle',
  'ssl.ca.location',
  'ssl.ca.pem',
  'ssl.certificate.location',
  'ssl.certificate.pem',
  'ssl.key.location',
  'ssl.key.pem',
  'enable.ssl.certificate.verification',
  'sasl.mechanism',
  'sasl.mechanisms',
  'sasl.jaas.config',
  'sasl.username',
  'sasl.password',
]
/** Names that librdkafka alone, or the Java client alone, knows. */
const LIBRDKAFKA =
  /^(?:ssl\.ca\.|ssl\.certificate\.(?:location|pem)|ssl\.key\.(?:location|pem)|enable\.ssl|sasl\.mechanisms$|sasl\.(?:username|password)$|metadata\.broker)/
const JAVA = /^(?:ssl\.truststore\.|ssl\.keystore\.(?!location$|password$)|sasl\.jaas|ssl\.engine)/

/** The last word of a prefix under which the settings of one kind of client stand. */
const SCOPE =
  /(?:^|[._-])(producer|consumer|admin|admin[._-]?client|streams)(?:[._-](?:properties|configuration|config|override))?[._-]?$/i
const INNER = /(?:^|[._-])(?:properties|configuration|config|configs|kafkaproperties|client)[._-]?$/i
/** Debezium's topic of the schema: its clients read the names of the producer and the consumer alone. */
const TOPIC = /historyinternalkafka$/

const scoped = (named: NamedSetting): Scoped => {
  const scope = SCOPE.exec(named.prefix)
  const rest = scope ? named.prefix.slice(0, scope.index) : named.prefix
  const base = flat(rest.replace(INNER, ''))
  return { ...named, base, scope: scope?.[1]?.toLowerCase() ?? '' }
}

const clientsOf = (
  named: readonly Scoped[],
  group: Group,
  { language, words, container }: ParsedDocument,
): readonly KafkaClient[] => {
  const names = named.map(({ name }) => name)
  const isRd = names.some((name) => LIBRDKAFKA.test(name))
  const isJava = names.some((name) => JAVA.test(name))
  if (
    /confluent_kafka|rdkafka|RdKafka|Confluent|kafka \. ConfigMap|ConfigMap/.test(`${words} ${group.holder}`) ||
    /^(?:kcat|kafkacat)$/.test(group.holder) ||
    language === 'csharp' ||
    language === 'rust'
  )
    return [KAFKA.librdkafka]
  // As the Java client prints it.
  if (
    container === 'properties' &&
    named.some(({ name, setting }) => name === 'bootstrap.servers' && setting.literal.value.startsWith('['))
  )
    return [KAFKA.java]
  if (language === 'java' || language === 'kotlin' || language === 'sql' || group.holder.startsWith('kafka-'))
    return [KAFKA.java]
  // Spark, from whatever language.
  if (/\.(?:read|write)(?:Stream)?(?:\.|$)/.test(group.holder) || /\bSparkSession\b/.test(words)) return [KAFKA.java]
  if (
    named.some(({ prefix }) =>
      /spring|(?:^|\.)(?:connect|kafka)_|clusters|schema\.history|database\.history|^properties\.|akhq|quarkus|micronaut/i.test(
        prefix,
      ),
    )
  )
    return [KAFKA.java]
  if (container === 'yaml' && /\b(?:akhq|spring|quarkus|micronaut)\b/.test(words)) return [KAFKA.java]
  if (isRd !== isJava) return [isRd ? KAFKA.librdkafka : KAFKA.java]
  // No client of these languages is Java's.
  if (/^(?:javascript|ruby|php|elixir)$/.test(language)) return [KAFKA.librdkafka]
  // Which of both reads the settings isn't told.
  return [KAFKA.java, KAFKA.librdkafka]
}

const WINDOWS_PATH = /^[A-Za-z]:\\(?!\\)/

const notesOf = (text: string, { container }: ParsedDocument, named: readonly Scoped[]): string[] => {
  const raw = (setting: Setting) => text.slice(setting.literal.range.start, setting.literal.range.end)
  const eaten =
    container === 'properties' &&
    named.some(({ setting, name }) => name.endsWith('location') && WINDOWS_PATH.test(raw(setting)))
  return eaten
    ? ['Java drops single backslashes: C:\\Users\\me\\ca becomes C:Usersmeca. Write / or \\\\ in paths.']
    : []
}

/** `name="value"` in a file of properties: the quotes are part of the value there. In TOML they are not. */
const isQuotedProperty = (text: string, { container }: ParsedDocument, { setting }: Scoped): boolean => {
  const { nameRange, literal } = setting
  const isBare = nameRange !== undefined && !/["']/.test(text.charAt(nameRange.start - 1))
  const between = nameRange ? text.slice(nameRange.end, literal.range.start) : ''
  return (
    container === 'properties' &&
    setting.name.includes('.') &&
    isBare &&
    between.includes('=') &&
    /["']/.test(text.charAt(literal.range.start))
  )
}
const QUOTED: Judged = [
  'depends',
  'In a .properties file the quotes are part of the value, and the client rejects it: remove them. In TOML they belong there.',
]

/** What the Java client prints of a setting that isn't set. */
const isUnset = (text: string, { container }: ParsedDocument, { setting }: NamedSetting): boolean =>
  container === 'properties' &&
  setting.literal.value === 'null' &&
  setting.nameRange !== undefined &&
  text.slice(setting.nameRange.end, setting.literal.range.start) === ' = '

/** `javax.net.ssl.trustStore` of the whole Java process, `database.ssl.truststore` of Debezium's connector, Beats. */
const isOfOther = ({ prefix }: NamedSetting): boolean =>
  /javax\.net\.$|(?:^|\.)(?:database|output\.kafka)\.$/.test(prefix)
const BY_PROCESS: Judged = [
  'depends',
  'Without a trust store of its own, it uses Java’s default trust store, and javax.net.ssl.trustStore sets that one here.',
]

const ELSEWHERE: Judged = ['depends', 'It also takes variables from a file or a map that the text doesn’t show.']

/** Without a trust store of the client's own, the process's own counts. */
const judgeClient = (text: string, client: KafkaClient, params: Params): Judged => {
  const judged = client.judge(params)
  if (/^(?:public|plain|fails)$/.test(judged[0]) && INHERITED.test(text)) return ELSEWHERE
  const isOpen = client === KAFKA.java && /^(?:public|chain)$/.test(judged[0])
  const hasOwn = params.has('ssl.truststore.location') || params.has('ssl.truststore.certificates')
  return isOpen && !hasOwn && text.includes('javax.net.ssl.trustStore') ? BY_PROCESS : judged
}

const spanOf = (named: readonly Scoped[]) => ({
  start: Math.min(...named.map(({ setting }) => setting.entry.start)),
  end: Math.max(...named.map(({ setting }) => setting.entry.end)),
})

/** What brokers alone are set. */
const BROKER = [
  'brokerid',
  'advertisedlisteners',
  'securityinterbrokerprotocol',
  'interbrokerlistenername',
  'processroles',
  'logdirs',
]

/** More of one map are not told. */
const MAX_CLIENTS = 10

/** Findings of one group: one for all its settings, one more where a prefix changes what they come to. */
export const judgeKafkaGroup = (text: string, document: ParsedDocument, group: Group): Finding[] => {
  const all = findNames(group.settings, NAMES).flatMap((named) =>
    isUnset(text, document, named) || isOfOther(named) ? [] : scoped(named),
  )
  const letters = new Set(group.settings.map(({ name }) => flat(name)))
  const findings: Finding[] = []
  const bases = new Map<string, Scoped[]>()
  for (const named of all) bases.set(named.base, [...(bases.get(named.base) ?? []), named])
  for (const [base, own] of bases) {
    if (findings.length >= MAX_CLIENTS) break
    if (BROKER.some((name) => letters.has(base + name))) continue
    // Go's own clients write their fields without dots: `SASLMechanism`.
    const isOther = document.language === 'go' && !own.some(({ name, setting }) => setting.name.includes(name))
    const isKafka =
      own.some(
        ({ name }) =>
          name === 'security.protocol' ||
          /^ssl\.(?:truststore|keystore|ca\.|endpoint)|^enable\.ssl|^sasl\.(?:jaas|mechanism)/.test(name),
      ) ||
      own.some(
        ({ name, setting }) =>
          name.includes('.') && setting.name.includes(name) && /^(?:bootstrap|metadata)/.test(name),
      )
    if (!isKafka || isOther || (TOPIC.test(base) && bases.has(base.replace(/kafka$/, '')))) continue
    const clients = clientsOf(own, group, document)
    const common = own.filter(({ scope }) => scope === '')
    const scopes = [...new Set(own.map(({ scope }) => scope))].filter((scope) => scope !== '')
    const sets = common.length > 0 ? [{ scope: '', named: common }] : []
    for (const scope of scopes)
      sets.push({ scope, named: [...common, ...own.filter((named) => named.scope === scope)] })
    for (const { scope, named } of sets) {
      const written = paramsOf(named)
      // Symbols of Ruby.
      const params =
        document.language === 'ruby'
          ? new Map([...written].map(([name, value]) => [name, value.replace(/^:(?=\w+$)/, '')]))
          : written
      const isQuoted = named.some((one) => isQuotedProperty(text, document, one))
      const drivers = clients.map((client) => {
        const driver = isQuoted
          ? verdictOf(client, QUOTED)
          : verdictByCaFile(client, judgeClient(text, client, params), params)
        return scope === ''
          ? driver
          : {
              ...driver,
              driver: `${driver.driver}, ${scope}`,
              because: `With the settings for ${scope}s, which override the others: ${driver.because}`,
            }
      })
      const [client] = clients
      const isTold = drivers.some((driver) => driver.verifies !== 'full')
      findings.push({
        what: scope === '' ? 'Kafka client configuration' : `Kafka client configuration (${scope})`,
        range: spanOf(named),
        drivers,
        notes: notesOf(text, document, named),
        isTaken: isTakenOver(named.map(({ setting }) => setting)),
        edits:
          isTold && client && !isQuoted && !TOPIC.test(base)
            ? correctKafka(
                text,
                group,
                named,
                clients.includes(KAFKA.librdkafka) && client !== KAFKA.java ? KAFKA.librdkafka : client,
                params,
              )
            : undefined,
      })
    }
  }
  return findings
}
