/** Files of programs that have words of their own for TLS: Grafana's own database, cqlsh, Fluent Bit. */
import { lookup } from '../../../lib/lookup.ts'
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { readConnectionString } from '../../settings/connection-string.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL } from '../common-words.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { once } from '../once.ts'
import { PG } from '../postgresql/postgresql.ts'
import { isNeither, truth, type Client, type Judged, type Params } from '../verdict.ts'

type Program = readonly [Client, Judged, Params]

const OPEN: Judged = ['depends', 'The text doesn’t show what the program makes of these settings.']

const paramsOf = ({ settings }: Group): Params =>
  new Map(settings.map(({ name, literal }) => [name.toLowerCase(), literal.value.trim()]))

const GRAFANA: Client = {
  name: 'Grafana (its own database)',
  basis: 'read',
  source: 'Grafana at 04256a0, pkg/services/sqlstore',
}
const VARIABLE = /(?:^|\.)(?:gf_database_|grafana\.ini\.database\.)(\w+)$/i
const READ = /^(?:type|ssl_mode|ca_cert_path|server_cert_name|url|connection_string)$/
/** What only Grafana's file has: other programs have a section of that name too. */
const ONLY_GRAFANA = /^(?:ca_cert_path|client_cert_path|client_key_path|server_cert_name|migration_locking)$/
const SECTIONS = /^(?:unified_alerting|dashboards|snapshots|explore|grafana_\w+|auth\.\w+|analytics)$/
const IN_SECTIONS: Readonly<Record<string, RegExp | undefined>> = {
  server: /^(?:root_url|http_port|serve_from_sub_path)$/,
  security: /^admin_\w+$/,
}

const hasSections = once(({ groups }: ParsedDocument) =>
  groups.some(
    ({ holder, settings }) =>
      SECTIONS.test(holder) || settings.some(({ name }) => lookup(IN_SECTIONS, holder)?.test(name) === true),
  ),
)
const hasOwnNames = once(({ settings }: Group) =>
  settings.some(
    ({ name, literal }) => ONLY_GRAFANA.test(name) || (name === 'ssl_mode' && /^skip-verify\b/.test(literal.value)),
  ),
)
const isGrafanaFile = (document: ParsedDocument, group: Group): boolean =>
  group.holder === 'database' && (hasOwnNames(group) || hasSections(document))

/** Whether Grafana reads an address, together with its other settings. */
export const isOfGrafana = ({ document, name, group }: StringPlace): boolean =>
  /^(?:url|connection_string)$/i.test(VARIABLE.exec(name)?.[1] ?? '') ||
  (group !== undefined && /^(?:url|connection_string)$/.test(name) && isGrafanaFile(document, group))

/** A group, and apart from it the database of each Grafana whose variables are among its settings. */
export const apartFromGrafana = (group: Group, container: ParsedDocument['container']): Group[] => {
  const databases = new Map<string, Map<string, Setting>[]>()
  for (const setting of group.settings) {
    const short = VARIABLE.exec(setting.name)?.[1]
    if (short === undefined) continue
    const prefix = setting.name.slice(0, -short.length)
    const parts = databases.get(prefix) ?? []
    databases.set(prefix, parts)
    // Lists of several containers come one after the other: a name that comes again is the next one's.
    if (parts.length === 0 || (container === 'yaml' && parts.at(-1)?.has(short) === true)) parts.push(new Map())
    parts.at(-1)?.set(short, setting)
  }
  if (databases.size === 0) return [group]
  const others = group.settings.filter(({ name }) => !VARIABLE.test(name))
  const made = [...databases.values()].flat().map((named) => {
    const settings = [...named.values()]
    const [first, last] = [settings[0], settings.at(-1)]
    const start = first?.nameRange?.start ?? first?.entry.start ?? group.range.start
    return { ...group, settings, range: { start, end: last?.entry.end ?? group.range.end } }
  })
  return others.length > 0 ? [{ ...group, settings: others }, ...made] : made
}

/** Grafana's words for MySQL: the name that it checks is a setting too. */
const grafanaMysql = (params: Params): Judged => {
  const mode = params.get('ssl_mode')
  if (mode === 'skip-verify')
    return params.has('ca_cert_path')
      ? ['none', 'skip-verify accepts any server.']
      : ['fails', 'Grafana doesn’t start: ssl_mode skip-verify reads ca_cert_path too.']
  if (mode !== 'true') return ['plain', 'With MySQL, Grafana uses TLS only for true and skip-verify.']
  return params.has('ca_cert_path') && params.has('server_cert_name')
    ? ['full', 'It verifies the CA and the host name in server_cert_name.']
    : ['fails', 'Grafana doesn’t start: ssl_mode true needs ca_cert_path and server_cert_name.']
}

/** A comment that stands behind a value, or a quote that isn't closed: what the program makes of it isn't known. */
const isUnsure = (value: string) => /(?:^|\s)[#;]|^["'`]/.test(value)

const judgeDatabase = (own: Params): readonly [Judged, Params] | undefined => {
  if (own.has('connection_string') || [...own.values()].some((value) => isUnsure(value))) return [OPEN, own]
  const url = own.get('url')
  const address = url === undefined ? undefined : readConnectionString(url)
  if (url !== undefined && !address) return [OPEN, own]
  const type = address?.scheme.replace('postgresql', 'postgres') ?? own.get('type')
  // What an address says, comes behind the other settings.
  const mode = address?.params.get('sslmode') ?? own.get('ssl_mode')
  if (type !== 'mysql' && type !== 'postgres') return undefined
  if (mode === undefined) return address ? [OPEN, own] : undefined
  if (type === 'mysql') return [address ? OPEN : grafanaMysql(own), own]
  const ca = address?.params.get('sslrootcert') ?? own.get('ca_cert_path')
  const settings = new Map([['sslmode', mode], ...(ca === undefined ? [] : [['sslrootcert', ca] as const])])
  return [PG.go.judge(settings, '', ''), settings]
}

const judgeGrafana = (document: ParsedDocument, group: Group): Program | undefined => {
  const isOwn = isGrafanaFile(document, group)
  const own = group.settings.flatMap(({ name, literal }): [string, string][] => {
    const short = (isOwn ? name : VARIABLE.exec(name)?.[1])?.toLowerCase() ?? ''
    const value = literal.value.trim()
    return READ.test(short) && value !== '' ? [[short, value]] : []
  })
  const judged = own.length > 0 ? judgeDatabase(new Map(own)) : undefined
  return judged && [GRAFANA, ...judged]
}

const CQLSH: Client = { name: 'cqlsh', basis: 'run', source: 'cqlsh 6.2.2' }

const sectionsOf = once(({ groups }: ParsedDocument) => new Map(groups.map((group) => [group.holder, group])))

const judgeCqlsh = (document: ParsedDocument, group: Group): Program | undefined => {
  if (document.container !== 'ini' || group.holder !== 'ssl') return undefined
  const params = paramsOf(group)
  const holders = sectionsOf(document)
  const isCqlsh =
    (params.has('certfile') &&
      ['connection', 'authentication', 'certfiles', 'cql'].some((name) => holders.has(name))) ||
    (params.has('validate') && holders.has('connection'))
  // Many programs have such a section, with the names of a server or of Python beside it.
  if (!isCqlsh || ['keyfile', 'ca_certs', 'enable', 'cert_required'].some((name) => params.has(name))) return undefined
  const connection = holders.get('connection')
  const isOn = truth(connection && paramsOf(connection).get('ssl'))
  if (isOn === false)
    return [CQLSH, ['plain', 'With ssl = false in [connection], cqlsh uses TLS only when started with --ssl.'], params]
  if (params.get('validate')?.toLowerCase() === 'false')
    return [CQLSH, ['none', 'validate = false accepts any server.', 'cqlsh-no-validation'], params]
  if (isOn !== true)
    return [CQLSH, ['depends', 'cqlsh uses TLS only with --ssl, or with ssl = true in [connection].'], params]
  if (!params.has('certfile') && !holders.has('certfiles'))
    return [CQLSH, ['depends', 'To validate, cqlsh needs certfile, here or in SSL_CERTFILE.'], params]
  return [CQLSH, ['chain', 'cqlsh verifies the CA but doesn’t check the host name.', 'cqlsh-certfile'], params]
}

const FLUENT_BIT: Client = {
  name: 'Fluent Bit',
  basis: 'documented',
  source: 'https://docs.fluentbit.io/manual/administration/transport-security',
}

const fluentBit = (params: Params): Judged => {
  // A comment behind a value is part of it there.
  if (['tls', 'tls.verify', 'tls.verify_hostname'].some((name) => isNeither(params.get(name)))) return OPEN
  if (truth(params.get('tls')) !== true) return ['plain', 'Without tls On, nothing is encrypted.']
  if (truth(params.get('tls.verify')) === false) return ['none', 'tls.verify Off accepts any server.']
  const checksName = truth(params.get('tls.verify_hostname')) === true
  if (params.has('tls.ca_file') || params.has('tls.ca_path'))
    return checksName ? FULL : ['chain', 'Fluent Bit checks the host name only with tls.verify_hostname On.']
  return checksName
    ? ['public', 'Without tls.ca_file it trusts only the system’s public CAs.']
    : ['depends', 'It trusts only the system’s public CAs, and checks the host name only with tls.verify_hostname On.']
}

const judgeFluentBit = ({ container }: ParsedDocument, group: Group): Program | undefined => {
  const params = paramsOf(group)
  const isOutput = (container === 'ini' && group.holder === 'OUTPUT') || /(?:^|\.)outputs$/.test(group.holder)
  return isOutput && params.has('name') && [...params.keys()].some((name) => /^tls(?:\.|$)/.test(name))
    ? [FLUENT_BIT, fluentBit(params), params]
    : undefined
}

/** What such a program makes of a group; undefined for what is none of its. */
export const judgeProgram = (document: ParsedDocument, group: Group): Finding | undefined => {
  const found = judgeGrafana(document, group) ?? judgeCqlsh(document, group) ?? judgeFluentBit(document, group)
  if (!found) return undefined
  const [client, judged, params] = found
  const driver = verdictByCaFile(client, judged, params)
  return {
    what: `Settings of ${client.name}`,
    range: group.range,
    drivers: [driver],
    notes: [],
  }
}
