/** Programs of the command line whose options say how they verify: curl, wget, HTTPie, cqlsh, clickhouse-client, psql's kin. */
import type { Place } from '../place.ts'
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { once } from '../once.ts'
import { PG } from '../postgresql/postgresql.ts'
import { switchIn } from '../beside/switches.ts'
import { truth, type Client, type DriverVerdict, type Judged, type Params } from '../verdict.ts'

/** Options and variables by the name as written, and the arguments without one. */
interface Command {
  readonly options: Params
  readonly words: readonly string[]
}

const commandOf = once(({ settings, positional }: Group): Command => ({
  options: new Map(settings.map(({ name, literal }) => [name, literal.value])),
  words: positional.map(({ value }) => value),
}))

const first = (options: Params, names: readonly string[]) =>
  names.map((name) => options.get(name)).find((value) => value !== undefined && value !== '')

interface HttpsClient extends Client {
  /** Options and variables that name a file of CAs. */
  readonly ca: readonly string[]
  /** Options and variables by which something else decides: other files, stores, connections. */
  readonly open: readonly string[]
  /** Whose CAs it trusts without such a file. */
  readonly trusts: string
}

const HTTPS: Readonly<Record<string, HttpsClient>> = {
  curl: {
    name: 'curl',
    basis: 'documented',
    source: 'https://curl.se/docs/manpage.html',
    ca: ['--cacert', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE'],
    open: ['-K', '--config', '--capath', '--ca-native', '--connect-to', '--next', '-:'],
    trusts: 'the system’s public CAs',
  },
  wget: {
    name: 'wget',
    basis: 'documented',
    source: 'https://www.gnu.org/software/wget/manual/wget.html',
    ca: ['--ca-certificate'],
    open: ['-e', '--execute', '--config', '--ca-directory'],
    trusts: 'the system’s public CAs',
  },
  http: {
    name: 'HTTPie',
    basis: 'documented',
    source: 'https://httpie.io/docs/cli/server-ssl-certificate-verification',
    ca: ['--verify', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'],
    open: ['--session'],
    trusts: 'certifi’s public CAs',
  },
}

/** An address in a command, and where it leads. */
const ADDRESS = /^(https?):\/\/(?:([^/@\s]*)@)?(\[[^\]]*\]|[^/:?#\s]*)(:\d+)?/i
/** The machine itself and its neighbours: no service of a cloud. */
const NEAR = /^(?:localhost|127\.|10\.|192\.168\.|\[::1\])|^[\w-]*$/

const judgeHttps = (client: HttpsClient, { options, words }: Command): readonly [Judged, Params] | undefined => {
  const addresses = words.flatMap((word) => ADDRESS.exec(word) ?? [])
  const found = words.flatMap((word) => {
    const address = ADDRESS.exec(word)
    return address && !NEAR.test(address[3] ?? '') ? [address] : []
  })
  const ca = first(options, client.ca)
  const params: Params = new Map(ca === undefined ? [] : [['ca', ca]])
  if (found.some(([, scheme]) => scheme?.toLowerCase() === 'http'))
    return [['plain', 'An address with http:// isn’t encrypted.'], params]
  if (found.length === 0)
    return ca !== undefined && addresses.length === 0
      ? [['depends', 'The text doesn’t show the address, and whether it uses TLS.'], params]
      : undefined
  const isService = ca !== undefined || options.has('-u') || found.some(([, , login, , port]) => login ?? port)
  if (!isService) return undefined
  if (client.open.some((name) => options.has(name)))
    return [['depends', 'Another of its options may decide what it trusts.'], params]
  return [
    ca === undefined
      ? ['public', `Without a CA file it trusts only ${client.trusts}: servers signed by the project CA are rejected.`]
      : FULL,
    params,
  ]
}

/** Its file was run, its variables weren't. */
const CQLSH: Client = { name: 'cqlsh', basis: 'read', source: 'cqlsh 6.2.2, sslhandling.py' }

const judgeCqlsh = ({ options }: Command): Judged => {
  if (!options.has('--ssl'))
    return ['depends', 'cqlsh uses TLS only with --ssl, or with ssl = true under [connection] of cqlshrc.']
  if (truth(options.get('SSL_VALIDATE')) === false) return ['none', 'SSL_VALIDATE=false accepts any server.']
  return first(options, ['SSL_CERTFILE']) === undefined
    ? ['depends', 'Which CA cqlsh trusts, and whether it verifies, is in cqlshrc or in SSL_CERTFILE.']
    : ['chain', 'cqlsh verifies the CA but doesn’t check the host name.']
}

const CLICKHOUSE: Client = {
  name: 'clickhouse-client',
  basis: 'documented',
  source: 'https://clickhouse.com/docs/interfaces/cli',
}

const judgeClickhouse = ({ options }: Command): Judged => [
  'depends',
  ['--secure', '-s'].some((name) => options.has(name))
    ? 'Which CA it trusts, and whether it verifies, is under openSSL in its configuration file.'
    : 'Without --secure it uses TLS only if its configuration file says so.',
]

const LIBPQ =
  /^(?:psql|pg_dump|pg_dumpall|pg_restore|pg_basebackup|pgbench|createdb|dropdb|createuser|dropuser|vacuumdb|reindexdb)$/

/** A string of libpq's: judged by itself. A service stands in another file. */
const STRING = /=|:\/\/|\$/

/** Programs of libpq that get a host, and nothing that says how to verify it: they take the default. */
const judgeLibpq = ({ options, words }: Command, document: ParsedDocument, { range }: Group): Judged | undefined => {
  const host = first(options, ['-h', '--host'])
  const database = first(options, ['-d', '--dbname']) ?? ''
  if (host === undefined || /^[/@]|[$%{]/.test(host) || [database, ...words].some((word) => STRING.test(word)))
    return undefined
  const setters = document.groups.filter(
    ({ holder, settings }) =>
      /^(?:source|\.)$/.test(holder) ||
      settings.some(({ name }) => /PG(?:SSL|SERVICE|REQUIRESSL|SYSCONFDIR)/.test(name)),
  )
  if (setters.length === 0) return PG.psql.judge(new Map())
  return setters.every((setter) => setter.range.start > range.start)
    ? ['depends', 'The text sets variables of libpq only after this command.']
    : undefined
}

/** @returns undefined for other programs, and for what is judged elsewhere */
const judged = (document: ParsedDocument, group: Group): DriverVerdict | undefined => {
  const command = commandOf(group)
  const https = HTTPS[group.holder === 'https' ? 'http' : group.holder]
  if (https) {
    const found = judgeHttps(https, command)
    return found && verdictByCaFile(https, ...found)
  }
  if (group.holder === 'cqlsh') return verdictByCaFile(CQLSH, judgeCqlsh(command), new Map())
  if (/^clickhouse(?:-client)?$/.test(group.holder))
    return verdictByCaFile(CLICKHOUSE, judgeClickhouse(command), new Map())
  if (!LIBPQ.test(group.holder)) return undefined
  const libpq = judgeLibpq(command, document, group)
  return libpq && verdictByCaFile({ ...PG.psql, name: group.holder }, libpq, new Map())
}

/** What such a program makes of its options; undefined where they leave nothing to say, and where a switch is thrown. */
export const judgeTerminal = (document: ParsedDocument, place: Place, group: Group): Finding | undefined => {
  if (document.container !== 'command') return undefined
  const isOff = switchIn(
    group.settings.map(({ name, literal }) => ({ name, value: literal.value })),
    place,
  )
  const driver = isOff ? undefined : judged(document, group)
  return driver && { what: `${group.holder} command`, range: group.range, drivers: [driver], notes: [] }
}
