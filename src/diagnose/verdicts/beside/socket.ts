/** Unix sockets: what connects through one has no server to verify, whatever its settings say of TLS. */
import type { Setting } from '../../documents/document.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import { flat } from '../../settings/names.ts'
import type { StringPlace } from '../finding.ts'
import type { Client, Judged, Params } from '../verdict.ts'

/** What names a host, or the socket itself; `-h` and `-S` of programs among them. */
const HOST = /^(?:pg)?host(?:name)?$|^server$|^h$/
const SOCKET = /^(?:unix)?socket(?:path|file)?$|^s$/
const FACTORY = /^socketfactory$/
/** A path, a name of Linux’s own, the same with percent signs. */
const PATH = /^(?:\/|@|%2F|%40|\\0|[A-Za-z]:[\\/]|unix:)/i

const OVER: Judged = [
  'depends',
  'It connects through a Unix socket of the same machine, where most clients use no TLS at all: these settings verify nothing there.',
]
const BY_FACTORY: Judged = ['depends', 'socketFactory decides how it connects: the text doesn’t show what it does.']
/** libmysqlclient and its kin: everything that is built on it. */
const OF_MYSQL = /^(?:mysql|mariadb|PHP PDO|mysqlclient|Django \(mysqlclient)/
const LOCAL: Judged = [
  'depends',
  'On Linux and macOS, localhost is a Unix socket to this client, not a server: with --protocol=TCP or 127.0.0.1 it isn’t.',
]
/** libpq and what is built like it. */
const OF_LIBPQ = /libpq|psycopg|^psql|^pg_|^pgx|^PHP PDO|^pg \(Ruby/
const NO_HOST: Judged = ['depends', 'Without a host, this client connects through a Unix socket, unless PGHOST is set.']
const NO_MYSQL_HOST: Judged = [
  'depends',
  'Without a host, this client connects through a Unix socket on Linux and macOS, unless an option file names one.',
]

/**
 * A verdict, once it is known how the client gets to its server.
 * @param params by lower-case name; an empty host is one that an address leaves out
 */
export const overSocket = ({ name: client }: Client, judged: Judged, params: Params): Judged => {
  if (/^(?:fails|unknown|depends)$/.test(judged[0])) return judged
  const entries = [...params].map(([name, value]): [string, string] => [flat(name), value.trim()])
  const of = (name: RegExp) => entries.find(([own]) => name.test(own))?.[1]
  const socket = of(SOCKET)
  const host = of(HOST)
  if (of(FACTORY) !== undefined) return BY_FACTORY
  if ((socket !== undefined && socket !== '') || (host !== undefined && PATH.test(host))) return OVER
  const isPg = !OF_MYSQL.test(client) || params.has('sslmode')
  if (isPg && host === '' && OF_LIBPQ.test(client)) return NO_HOST
  const isTcp = /^tcp$/i.test(params.get('protocol') ?? '')
  if (OF_MYSQL.test(client) && !isPg && host === '' && !isTcp) return NO_MYSQL_HOST
  return OF_MYSQL.test(client) && !isPg && /^localhost(?::|$)/i.test(host ?? '') && !isTcp ? LOCAL : judged
}

/** What names a server beside a string, or a part of the text that may. */
const isHost = ({ name, literal }: Setting) =>
  /^(?:-h.*|--host|host(?:addr)?|PGHOST(?:ADDR)?|PGSERVICE(?:FILE)?)$/.test(name) || literal.value.startsWith('**')

/** Settings with the host of their address, which may be a socket: what a program gets without one is the default. */
export const withHost = (
  params: Params,
  { kind, address }: ConnectionString,
  { document, group }: StringPlace,
): Params => {
  if (kind === 'dotnet' || ['host', 'hostaddr', 'service', 'server', 'database'].some((name) => params.has(name)))
    return params
  const isElsewhere = kind !== 'uri' && (!group || document.groups.some(({ settings }) => settings.some(isHost)))
  return isElsewhere ? params : new Map([...params, ['host', address]])
}
