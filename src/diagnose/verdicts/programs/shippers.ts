/** Outputs of programs that carry logs and figures: Beats, Vector, Telegraf, Logstash, and the dashboards of OpenSearch. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { ANY_NAME, FULL, OPEN } from '../common-words.ts'
import type { Finding, OwnNames } from '../finding.ts'
import { documentedClient, isNeither, readClient, truth, type Client, type Judged, type Params } from '../verdict.ts'

interface Shipper {
  readonly client: Client
  /** Of a setting or its section: what captures an output, with its dot. */
  readonly output: RegExp
  /** @param place what the output's pattern captured */
  readonly judge: (own: Params, place: string) => Judged | undefined
}

const PUBLIC: Judged = [
  'public',
  'Without a CA file it trusts only the system’s CAs: servers signed by the project CA are rejected.',
]
const OFF: Judged = ['plain', 'Its setting for TLS is off, so nothing is encrypted.']
const NO_SCHEME: Judged = [
  'plain',
  'Without https:// in hosts, nothing is encrypted, whatever its settings for TLS say.',
]
const ANY: Judged = ['none', 'Its setting turns verification off: any server is accepted.']
const UNCHECKED_NAME: Judged = ['chain', ANY_NAME]

/** What Elastic's programs call their modes, and OpenSearch's that come from them. */
const byMode = (mode: string | undefined, ca: boolean): Judged => {
  if (mode === 'none') return ANY
  if (mode === 'certificate')
    return ca ? UNCHECKED_NAME : ['chain', 'Any server with a certificate of a public CA is accepted.']
  if (mode !== undefined && mode !== 'full' && mode !== 'strict') return OPEN
  return ca ? FULL : PUBLIC
}

/** Hosts that the text shows, none of them with a scheme. */
const areBare = (hosts: string | undefined) => hosts !== undefined && /\w/.test(hosts) && !/:\/\/|[${%]/.test(hosts)

const beats = (own: Params, place: string): Judged | undefined => {
  const says = [...own.keys()].some((name) => name.startsWith('ssl.'))
  if (!says) return undefined
  // Without https in the address or as protocol, Elasticsearch is asked in plain text, whatever ssl says.
  if (place === 'output.elasticsearch.' && !own.has('protocol') && areBare(own.get('hosts'))) return NO_SCHEME
  if (isNeither(own.get('ssl.enabled'))) return OPEN
  if (truth(own.get('ssl.enabled')) === false) return OFF
  return byMode(own.get('ssl.verification_mode'), own.has('ssl.certificate_authorities'))
}

const dashboards = (own: Params): Judged | undefined => {
  const mode = own.get('ssl.verificationmode')
  const ca = own.has('ssl.certificateauthorities')
  return mode === undefined && !ca ? undefined : byMode(mode, ca)
}

const vector = (own: Params): Judged | undefined => {
  const of = (name: string) => own.get(`tls.${name}`)
  const says = [...own.keys()].some((name) => name.startsWith('tls.'))
  if (!own.has('type') || !says) return undefined
  if (['enabled', 'verify_certificate', 'verify_hostname'].some((name) => isNeither(of(name)))) return OPEN
  if (truth(of('enabled')) === false || (own.get('type') === 'kafka' && of('enabled') === undefined)) return OFF
  if (truth(of('verify_certificate')) === false) return ANY
  if (truth(of('verify_hostname')) === false) return UNCHECKED_NAME
  return of('ca_file') === undefined && of('ca_path') === undefined ? PUBLIC : FULL
}

const telegraf = (own: Params, place: string): Judged | undefined => {
  const ca = own.get('tls_ca')
  const skip = own.get('insecure_skip_verify')
  if (ca === undefined && skip === undefined) return undefined
  if (isNeither(skip)) return OPEN
  if (truth(own.get('tls_enable')) === false || truth(own.get('enable_tls')) === false) return OFF
  // Its address decides: only tls=custom takes these settings.
  if (place === 'inputs.mysql.')
    return ['depends', 'These settings count only for servers with ?tls=custom in their address.']
  if (truth(skip) === true) return ANY
  return ca === undefined || ca === '' ? undefined : FULL
}

const logstash = (own: Params): Judged | undefined => {
  const ca = own.get('ssl_certificate_authorities') ?? own.get('cacert')
  const mode = own.get('ssl_verification_mode')
  const old = own.get('ssl_certificate_verification')
  const isOn = truth(own.get('ssl_enabled') ?? own.get('ssl'))
  if (!own.has('hosts') || (ca === undefined && mode === undefined && old === undefined && isOn === undefined))
    return undefined
  if (isOn === false) return OFF
  if (isOn === undefined && areBare(own.get('hosts'))) return NO_SCHEME
  if (truth(old) === false) return ANY
  if (/^\w+$/.test(mode ?? '') && mode !== 'full' && mode !== 'none')
    return ['fails', 'Logstash’s ssl_verification_mode is full or none.']
  return byMode(mode, ca !== undefined)
}

/** Its plugin of Kafka has the settings of the Java client, and no TLS by default. */
const logstashKafka = (own: Params): Judged | undefined =>
  own.has('security_protocol') ? undefined : ['plain', 'Without security_protocol, nothing is encrypted.']

const SHIPPERS: readonly Shipper[] = [
  {
    client: readClient('Beats', 'elastic-agent-libs at 004fa62, transport/tlscommon'),
    output: /^(output\.(?:kafka|elasticsearch|logstash|redis)\.)./,
    judge: beats,
  },
  {
    client: readClient('OpenSearch Dashboards', 'OpenSearch Dashboards at 0b166e8, client_config.ts'),
    output: /^((?:opensearch|elasticsearch)\.)ssl\.(?:verificationMode|certificateAuthorities)$/,
    judge: dashboards,
  },
  {
    client: readClient('Vector', 'Vector at 0666661, tls/settings.rs, and at 014b6ca, kafka.rs'),
    output: /^((?:sinks|sources)\.[\w-]+\.)./,
    judge: vector,
  },
  {
    client: readClient('Telegraf', 'Telegraf at 01455bd, plugins/common'),
    output: /^((?:outputs|inputs)\.\w+\.)./,
    judge: telegraf,
  },
  {
    client: documentedClient(
      'Logstash',
      'https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-elasticsearch',
    ),
    output: /^((?:elasticsearch|opensearch)\.)./,
    judge: logstash,
  },
  {
    client: documentedClient(
      'Logstash (Kafka)',
      'https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-kafka',
    ),
    output: /^(kafka\.)bootstrap_servers$/,
    judge: logstashKafka,
  },
]

const SECTION = /^(?:(?:sinks|sources)\.[\w-]+|(?:outputs|inputs)\.\w+|elasticsearch|opensearch|kafka)$/

/** Whatever their settings for TLS say: without it, these addresses have none. */
const isPlain = (own: readonly { name: string; value: string }[]) =>
  own.some(({ name, value }) => /(?:^|\.)(?:hosts|urls?|uri|endpoints?)$/.test(name) && /^[["'\s]*http:/.test(value))
const OVER_HTTP: Judged = ['plain', 'Its address begins with http: nothing is encrypted.']

/** What such outputs come to. */
export const judgeShippers = (document: ParsedDocument, group: Group): OwnNames => {
  const findings: Finding[] = []
  const used = new Set<Setting>()
  const { container, language, literals } = document
  if (container === 'code' && language !== 'blocks' && language !== 'ruby') return { findings, used }
  const before = SECTION.test(group.holder) ? `${group.holder}.` : ''
  // Lists have no value of their own: their items stand below their name.
  const lists = group.holder === '' && container === 'yaml' ? literals.filter((one) => one.group === undefined) : []
  const named = [
    ...group.settings.map((setting) => ({ name: before + setting.name, value: setting.literal.value.trim(), setting })),
    ...lists.map(({ name, literal }) => ({ name, value: literal.value, setting: undefined })),
  ]
  for (const { client, output, judge } of SHIPPERS) {
    const outputs = new Set(named.flatMap(({ name }) => output.exec(name)?.[1] ?? []))
    for (const place of outputs) {
      const own = named.filter(({ name }) => name.startsWith(place))
      const params = new Map(own.map(({ name, value }) => [name.slice(place.length).toLowerCase(), value]))
      const said = judge(params, place)
      const judged = said && (isPlain(own) ? OVER_HTTP : said)
      if (!judged) continue
      for (const { setting } of own) if (setting) used.add(setting)
      findings.push({
        what: `Settings of ${client.name}`,
        range: group.range,
        drivers: [verdictByCaFile(client, judged, params)],
        notes: [],
      })
    }
  }
  return { findings, used }
}
