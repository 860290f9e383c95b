/** Files of programs that have words of their own for TLS: Grafana's own database, cqlsh, Fluent Bit. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import { verdictByCaFile } from './ca-file.ts'
import type { Finding } from './finding.ts'
import { PG } from './postgresql.ts'
import { truth, type Client, type Judged, type Params } from './verdict.ts'

const paramsOf = ({ settings }: Group): Params =>
  new Map(settings.map(({ name, literal }) => [name.toLowerCase(), literal.value.trim()]))

const GRAFANA: Client = {
  name: 'Grafana (its own database)',
  basis: 'read',
  source: 'Grafana, pkg/services/sqlstore',
}
const GRAFANA_NAME = /(?:^|\.|gf_database_)(type|ssl_mode|ca_cert_path|server_cert_name)$/

/** Grafana's words for MySQL: the name that it checks is a setting too. */
const grafanaMysql = (params: Params): Judged => {
  const mode = params.get('ssl_mode') ?? 'false'
  if (mode === 'skip-verify') return ['none', 'skip-verify accepts any server.']
  if (mode !== 'true') return ['plain', 'With MySQL, Grafana uses TLS only for true and skip-verify.']
  return params.has('ca_cert_path') && params.has('server_cert_name')
    ? ['full', 'It verifies the CA and the host name in server_cert_name.']
    : ['fails', 'Grafana doesn’t start: ssl_mode true needs ca_cert_path and server_cert_name.']
}

const judgeGrafana = (group: Group): readonly [Client, Judged, Params] | undefined => {
  const own = [...paramsOf(group)].filter(
    ([name]) => group.holder === 'database' || /(?:^|\.)(?:gf_database_\w+|grafana\.ini\.database\.\w+)$/.test(name),
  )
  const params = new Map(
    own.flatMap(([name, value]): [string, string][] => {
      const short = GRAFANA_NAME.exec(name)?.[1]
      return short === undefined || value === '' ? [] : [[short, value]]
    }),
  )
  const type = params.get('type')
  if (type === 'mysql') return [GRAFANA, grafanaMysql(params), params]
  const mode = params.get('ssl_mode')
  if (type !== 'postgres' || mode === undefined) return undefined
  const ca = params.get('ca_cert_path')
  const settings = new Map([['sslmode', mode], ...(ca === undefined ? [] : [['sslrootcert', ca] as const])])
  return [GRAFANA, PG.go.judge(settings, '', ''), settings]
}

const CQLSH: Client = { name: 'cqlsh', basis: 'run', source: 'cqlsh 6.2.2' }

const judgeCqlsh = (document: ParsedDocument, group: Group): readonly [Client, Judged, Params] | undefined => {
  const params = paramsOf(group)
  const holders = new Set(document.groups.map(({ holder }) => holder))
  const isCqlsh = params.has('certfile') || (params.has('validate') && holders.has('connection'))
  if (document.container !== 'ini' || group.holder !== 'ssl' || !isCqlsh) return undefined
  if (params.get('validate')?.toLowerCase() === 'false')
    return [CQLSH, ['none', 'validate = false accepts any server.', 'cqlsh-no-validation'], params]
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
  if (truth(params.get('tls')) !== true) return ['plain', 'Without tls On, nothing is encrypted.']
  if (truth(params.get('tls.verify')) === false) return ['none', 'tls.verify Off accepts any server.']
  const checksName = truth(params.get('tls.verify_hostname')) === true
  if (params.has('tls.ca_file') || params.has('tls.ca_path'))
    return checksName
      ? ['full', 'It verifies the CA and the host name.']
      : ['chain', 'Fluent Bit checks the host name only with tls.verify_hostname On.']
  return checksName
    ? ['public', 'Without tls.ca_file it trusts only the system’s public CAs.']
    : ['depends', 'It trusts only the system’s public CAs, and checks the host name only with tls.verify_hostname On.']
}

const judgeFluentBit = ({ container }: ParsedDocument, group: Group): readonly [Client, Judged, Params] | undefined => {
  const params = paramsOf(group)
  const isOutput = (container === 'ini' && group.holder === 'OUTPUT') || /(?:^|\.)outputs$/.test(group.holder)
  return isOutput && params.has('name') && [...params.keys()].some((name) => /^tls(?:\.|$)/.test(name))
    ? [FLUENT_BIT, fluentBit(params), params]
    : undefined
}

/** What such a program makes of a group; undefined for what is none of its. */
export const judgeProgram = (document: ParsedDocument, group: Group): Finding | undefined => {
  const found = judgeGrafana(group) ?? judgeCqlsh(document, group) ?? judgeFluentBit(document, group)
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
