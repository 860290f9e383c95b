/** ClickHouse: addresses of its clients, each with words of its own. */
import type { Place } from './place.ts'
import type { ConnectionString } from '../settings/connection-string.ts'
import { switchIn } from './beside/switches.ts'
import { verdictByCaFile } from './ca-file.ts'
import { ANY_NAME, FULL, OPEN, PUBLIC } from './common-words.ts'
import type { Finding, StringPlace } from './finding.ts'
import { isNeither, truth, verdictOf, type Client, type Judged, type Params } from './verdict.ts'

const JDBC: Client = {
  name: 'ClickHouse JDBC driver',
  basis: 'read',
  source: 'clickhouse-java, JdbcConfiguration.java at 04e2c1d and HttpAPIClientHelper.java at 00e534d',
}
const DRIVER: Client = { name: 'clickhouse-driver', basis: 'read', source: 'clickhouse-driver 0.2.11' }
const SQLALCHEMY: Client = {
  name: 'clickhouse-sqlalchemy (HTTP)',
  basis: 'read',
  source: 'clickhouse-sqlalchemy 0.3.2',
}
const GO: Client = { name: 'clickhouse-go', basis: 'read', source: 'clickhouse-go 2.51.0, clickhouse_options.go' }
const CONNECT: Client = { name: 'clickhouse-connect', basis: 'read', source: 'clickhouse-connect 1.12.0' }
const OTHER: Client = { name: 'this client', basis: 'unknown', source: '' }

const NO_NAME: Judged = ['chain', ANY_NAME]

const isAny = (params: Params, ...names: readonly string[]) => names.some((name) => isNeither(params.get(name)))

/** @param scheme with the protocol that it may name: `jdbc:ch:https` */
const jdbc = (params: Params, scheme: string, address: string): Judged => {
  const ssl = params.get('ssl')
  const mode = params.get('sslmode')?.toLowerCase()
  const isHttps = scheme.endsWith(':https')
  if (/:(?!http)\w+$/.test(scheme.replace(/^jdbc:(?:clickhouse|ch)$/, ''))) return OPEN
  if (isNeither(ssl)) return OPEN
  if (!isHttps && truth(ssl) !== true)
    return /:(?:443|8443)$/.test(address)
      ? ['depends', 'Without ssl=true, only versions before 0.8 use TLS by the port. Write ssl=true.']
      : ['plain', 'Without ssl=true or https:// in the address, nothing is encrypted.']
  if (mode === 'none' || mode === 'trust')
    return [
      'depends',
      'sslmode=none and sslmode=trust accept any server, but some versions ignore them. Remove sslmode.',
    ]
  if (mode !== undefined && mode !== 'strict') return OPEN
  if (!params.has('sslrootcert') && !params.has('trust_store'))
    return [
      'public',
      'Without sslrootcert it trusts only Java’s public CAs: servers signed by the project CA are rejected.',
    ]
  return params.has('ssl_socket_sni') ? NO_NAME : FULL
}

/** clickhouse-driver, by its arguments or those of its address. */
const byDriver = (params: Params): Judged => {
  if (isAny(params, 'secure', 'verify', 'check_hostname')) return OPEN
  if (truth(params.get('secure')) !== true)
    return ['plain', 'Without secure=True or clickhouses://, clickhouse-driver doesn’t use TLS.']
  if (truth(params.get('verify')) === false)
    return ['none', 'verify=False accepts any server.', 'clickhouse-driver-no-verification']
  const isNamed = truth(params.get('check_hostname')) !== false
  if (params.has('ca_certs')) return isNamed ? FULL : NO_NAME
  return isNamed ? PUBLIC : ['chain', 'check_hostname=False accepts any server with a public certificate.']
}

/** clickhouse-sqlalchemy: requests, whose `verify` is a truth value or a file. */
const overHttp = (params: Params): Judged => {
  const verify = params.get('verify')
  if ((params.get('protocol') ?? 'http') !== 'https')
    return params.get('protocol') === undefined || params.get('protocol') === 'http'
      ? ['plain', 'Without protocol=https in the address, nothing is encrypted.']
      : OPEN
  if (verify === undefined) return PUBLIC
  if (/^false$/i.test(verify)) return ['none', 'verify=False accepts any server.', 'requests-verify-false']
  return /[./]/.test(verify) ? FULL : OPEN
}

/** clickhouse-connect by its address for SQLAlchemy: the port may turn TLS on. */
const byConnect = (params: Params, address: string): Judged => {
  if (isAny(params, 'secure', 'verify') || params.has('server_host_name')) return OPEN
  const isOn =
    truth(params.get('secure')) === true || params.get('interface') === 'https' || /:(?:443|8443)$/.test(address)
  if (!isOn) return ['plain', 'Without secure=true, and with a port other than 443 and 8443, nothing is encrypted.']
  if (truth(params.get('verify')) === false) return ['none', 'verify=false accepts any server.']
  return params.has('ca_cert') ? FULL : PUBLIC
}

const byGo = (params: Params, scheme: string): Judged => {
  const secure = params.get('secure')
  if (isNeither(secure === '' ? 'true' : secure) || isAny(params, 'skip_verify')) return OPEN
  if (secure !== '' && truth(secure) !== true)
    return scheme === 'https'
      ? ['fails', 'https:// needs secure=true.']
      : ['plain', 'Without secure=true, clickhouse-go doesn’t use TLS.']
  return truth(params.get('skip_verify')) === true
    ? ['none', 'skip_verify=true accepts any server.']
    : [
        'public',
        'It trusts only the system’s CAs: servers signed by the project CA are rejected. Set TLS with RootCAs in the code.',
      ]
}

const GO_WORDS = ['skip_verify', 'tls_server_name', 'dial_timeout', 'connection_open_strategy']
const DRIVER_WORDS = ['verify', 'ca_certs', 'check_hostname', 'server_hostname', 'alt_hosts']

/** The clients that may read such an address, and what each makes of it. */
const clientsOf = (
  { scheme, params, address }: ConnectionString,
  { container, language, words }: Place,
): readonly (readonly [Client, Judged])[] => {
  if (scheme.startsWith('jdbc:')) return [[JDBC, jdbc(params, scheme, address)]]
  const isAlchemy = /\bcreate_(?:async_)?engine\b/.test(words)
  const secure = scheme.startsWith('clickhouses') ? new Map([['secure', 'true'], ...params]) : params
  if (/^clickhousedb(?:\+connect)?$/.test(scheme)) return [[CONNECT, byConnect(params, address)]]
  if (scheme === 'clickhouse+native') return [[DRIVER, byDriver(params)]]
  if (scheme === 'clickhouse+http' || (scheme === 'clickhouse' && isAlchemy)) return [[SQLALCHEMY, overHttp(params)]]
  if (scheme.includes('+') || scheme.startsWith('ch')) return [[OTHER, ['unknown', 'It’s not known how it verifies.']]]
  const driver = [DRIVER, byDriver(secure)] as const
  const go = [GO, byGo(params, scheme)] as const
  if (container === 'code') {
    if (language === 'go')
      return /\. TLS =|\bTLS :/.test(words)
        ? [[GO, ['depends', 'The code sets TLS too: it depends on the tls.Config there.']]]
        : [go]
    return language === 'python' && /\bclickhouse_driver\b/.test(words)
      ? [driver]
      : [[OTHER, ['unknown', 'It’s not known how this client verifies.']]]
  }
  if (scheme === 'clickhouses' || DRIVER_WORDS.some((name) => params.has(name))) return [driver]
  return GO_WORDS.some((name) => params.has(name)) ? [go] : [driver, go]
}

/** What an address of ClickHouse's comes to. */
export const judgeClickhouse = (string: ConnectionString, { literal }: StringPlace, place: Place): Finding => {
  const clients = clientsOf(string, place)
  const isUnknown = clients.every(([, [verifies]]) => verifies === 'unknown')
  const off = isUnknown
    ? switchIn(
        [...string.params].map(([name, value]) => ({ name, value })),
        place,
      )
    : undefined
  return {
    what: 'ClickHouse connection string',
    range: literal.range,
    drivers: off
      ? [off]
      : clients.map(([client, judged]) =>
          judged[0] === 'unknown' ? verdictOf(client, judged) : verdictByCaFile(client, judged, string.params),
        ),
    notes: clients.length > 1 ? ['It doesn’t say which client reads it. Possible clients are listed below.'] : [],
  }
}
