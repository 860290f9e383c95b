/** Connection strings of MySQL. */
import { mysqlClients } from './mysql-clients.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import { coveredBy, propertiesBeside } from '../beside/beside.ts'
import { withHost } from '../beside/socket.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { editOf, STRING_NAMES, WHOSE } from '../string-edits.ts'
import { placeOf } from '../string-place.ts'
import { isOtherMysql, MYSQL, type MysqlClient } from './mysql.ts'
import { optionsOfPdo } from './pdo-options.ts'

const OBSOLETE = ['ssl-mode', 'useSSL', 'requireSSL', 'verifyServerCertificate'] as const

/** `connect_args={"ssl": …}` of SQLAlchemy, `{ uri, ssl }` of mysql2: what the code says counts. */
const besideMysql = ({ group }: StringPlace, clients: readonly MysqlClient[]): [string, string][] => {
  const [client] = clients
  if (clients.length !== 1 || !group || !(client?.judgeAddress ?? client === MYSQL.mysql2)) return []
  return group.settings.flatMap(({ name, literal }): [string, string][] => {
    const own = name.replace(/^connect_args\./, '').toLowerCase()
    return /^ssl(?:$|[._])/.test(own) ? [[own, literal.value]] : []
  })
}

/** What MySQL's clients make of a string. */
export const judgeMysql = (string: ConnectionString, place: StringPlace): Finding => {
  const clients = isOtherMysql(place.document) ? [MYSQL.other] : mysqlClients(string, placeOf(place))
  const { options, held, isByVariable } = optionsOfPdo(string, place)
  const params =
    string.kind === 'pdo'
      ? new Map([
          ...string.params,
          ...options.map(([name, value]): [string, string] => [name.replace(/^.*\./, ''), value]),
        ])
      : string.params
  const correction = clients.length === 1 ? clients[0]?.correction : undefined
  const isJdbc = string.scheme.startsWith('jdbc:')
  const properties = isJdbc ? propertiesBeside(place) : undefined
  const beside = properties?.settings ?? besideMysql(place, clients)
  // Of two values of the same name, each driver takes another one.
  const isOpenBeside =
    properties !== undefined &&
    ((properties.isOpen && !params.has('sslmode')) ||
      beside.some(([name, value]) => (params.get(name) ?? value) !== value))
  const all = new Map([...params, ...beside])
  return {
    what: `MySQL ${STRING_NAMES[string.kind]}${isJdbc ? ' (JDBC)' : ''}`,
    range: place.literal.range,
    drivers: clients.map((client) =>
      verdictByCaFile(
        client,
        isByVariable || isOpenBeside ? WHOSE : (client.judgeAddress?.(params, new Map(beside)) ?? client.judge(all)),
        withHost(all, string, place),
      ),
    ),
    notes: clients.length > 1 ? ['It doesn’t say which client reads it. Possible clients are listed below.'] : [],
    edits: correction && editOf(place, string.rebuild(correction, OBSOLETE)),
    covers: [
      ...(properties && (beside.length > 0 || isOpenBeside)
        ? coveredBy(place, true)
        : beside.length > 0 && place.group
          ? [place.group]
          : []),
      ...held,
    ],
  }
}
