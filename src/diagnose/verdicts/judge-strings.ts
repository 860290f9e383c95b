/** Connection strings, wherever they stand. */
import { pgClients } from './postgresql/pg-clients.ts'
import { isFilledIn, withoutInserts } from './inserts.ts'
import type { Group, ParsedDocument } from '../documents/document.ts'
import { TEMPLATE } from '../documents/uris.ts'
import { readConnectionString, writtenNames, type ConnectionString } from '../settings/connection-string.ts'
import {
  argumentsBeside,
  coveredBy,
  isToldElsewhere,
  propertiesBeside,
  sslBeside,
  withBeside,
  type Beside,
} from './beside/beside.ts'
import { verdictByCaFile } from './ca-file.ts'
import { judgeClickhouse } from './clickhouse.ts'
import { elixirSsl } from './languages/elixir.ts'
import { environmentGroups, environmentOf, isEnvironmentOpen } from './postgresql/environment.ts'
import type { Finding, StringPlace } from './finding.ts'
import { judgeRedisUri } from './redis/redis.ts'
import { judgeStackExchange } from './redis/stack-exchange.ts'
import { withHost } from './beside/socket.ts'
import { leftOpen } from './beside/spread.ts'
import { sslContext } from './languages/ssl-context.ts'
import { editOf, STRING_NAMES, WHOSE } from './string-edits.ts'
import { placeOf, serviceOf } from './string-place.ts'
import { switchIn } from './beside/switches.ts'
import { nodeTls } from './languages/node-tls.ts'
import { isPgBouncer } from './postgresql/pgbouncer.ts'
import { judgeMysql } from './mysql/judge-mysql-strings.ts'
import { optionsBeside } from './postgresql/postgres-js.ts'
import { tokioPostgres } from './postgresql/tokio-postgres.ts'
import { byUnknownName, unknownTlsNames } from './postgresql/postgresql-libpq.ts'
import { isOfLibpq, PG, type PgClient } from './postgresql/postgresql.ts'
import { isOfGrafana } from './programs/programs.ts'
import { isOfQuarkus } from './programs/quarkus.ts'
import { truth, type DriverVerdict, type Judged, type Params } from './verdict.ts'

const OBSOLETE = ['uselibpqcompat', 'ssl', 'sslfactory', 'sslmode', 'SSL Mode', 'Trust Server Certificate'] as const

const optionsOf = (group: Group | undefined): Params =>
  new Map(group?.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))

/** node-postgres: what the code passes as `ssl` counts where the string says nothing of TLS. */
const besideNode = ({ params }: ConnectionString, { group }: StringPlace, driver: DriverVerdict): DriverVerdict => {
  if (['sslmode', 'sslrootcert', 'ssl', 'sslcert', 'sslkey'].some((name) => params.has(name))) return driver
  const [verifies, because] = nodeTls(optionsOf(group), 'ssl') ?? [driver.verifies, driver.because]
  return { ...driver, verifies, because }
}

const BESIDE: Judged = ['depends', 'PGSSLMODE is set too: it’s not known how this client combines the two.']
const CALLBACK = /(?:User|Remote)CertificateValidationCallback\b/
const BY_CALLBACK: Judged = ['depends', 'The code decides which certificates it accepts.']
/** A tls.Config of Go replaces what the address says. */
const TLS_CONFIG = /\. TLSConfig (?:=|\. \w+ =)/
const BY_CONFIG: Judged = ['depends', 'The code sets TLSConfig, which replaces the TLS settings of the address.']
/** dj_database_url puts `sslmode=require` over what the address says. */
const isReplaced = ({ group }: StringPlace) =>
  group?.settings.some(({ name, literal }) => name === 'ssl_require' && truth(literal.value) !== false) === true
/** Of a setting that comes twice, libpq takes the last one, others the first. */
const TWICE = /(?:^|&)(sslmode|sslrootcert)=[^&]*&(?:[^&]*&)*\1=/i
const BY_TWICE: Judged = [
  'depends',
  'A setting stands in the address twice: it’s not known which one this client takes.',
]
/** `&` as HTML and XML write it: a client that is given it like that sees other settings. */
const ENTITY = /&amp;/i
const BY_ENTITY: Judged = [
  'depends',
  'It has &amp; where clients expect &. If the copy made it so, paste the address with & to check it.',
]
const ELSEWHERE: Judged = ['depends', 'There are TLS settings next to it, in a separate text: they count too.']

/** Arguments override what a string says; of Java's properties those count that the URL doesn't have. */
const besidePg = (string: ConnectionString, place: StringPlace, [client]: readonly PgClient[]): Beside => {
  if (client === PG.jdbc) {
    const { settings, isOpen } = propertiesBeside(place)
    return {
      settings: settings.filter(([name]) => !string.params.has(name)),
      isOpen: isOpen && !string.params.has('sslmode'),
    }
  }
  if (client === PG.postgresJs) return optionsBeside(place)
  return client === PG.psycopg || client === PG.npgsql
    ? argumentsBeside(place, client === PG.npgsql)
    : { settings: [], isOpen: false }
}

/** Where the `ssl` of Elixir stands: it's judged with the address. */
const elixirGroups = (document: ParsedDocument) => {
  const [, , setting] = elixirSsl(document) ?? []
  return setting ? document.groups.filter(({ settings }) => settings.includes(setting)) : []
}

const when = (is: boolean, judged: Judged): Judged | undefined => (is ? judged : undefined)

const judgePg = (string: ConnectionString, place: StringPlace): Finding => {
  const clients = pgClients(string, placeOf(place))
  const query = place.literal.value.split('?')[1] ?? ''
  const environment = environmentOf(place.document)
  // An empty name of a file names none.
  const said = new Map([...string.params].filter(([name, value]) => name !== 'sslrootcert' || value !== ''))
  const params = new Map([...environment, ...said])
  const isUnseen =
    isEnvironmentOpen(place.document) && !(string.params.has('sslmode') && string.params.has('sslrootcert'))
  const isOpen = environment.some(([name]) => name === 'sslmode') && !string.params.has('sslmode')
  const { settings: beside, isOpen: isOpenBeside } = besidePg(string, place, clients)
  const drivers = clients.map((client) => {
    const isLibpq = isOfLibpq(client)
    const own = withBeside(isLibpq ? params : said, beside)
    const ssl = client.name === 'asyncpg' ? sslBeside(place) : undefined
    const isStrict = clients.length === 1 && (client === PG.psql || client === PG.psycopg)
    const refused = isStrict
      ? byUnknownName(writtenNames(string, place.literal.value, query), client === PG.psql && string.kind === 'uri')
      : undefined
    const elixir = client === PG.postgrex ? elixirSsl(place.document) : undefined
    const asks = () => client.judge(own, string.address, query)
    const passed = place.group?.positional.map(({ value }) => value) ?? []
    const judged =
      elixir?.[1] ??
      when(isToldElsewhere(place), ELSEWHERE) ??
      (ssl && sslContext(ssl, place.document)) ??
      when(client === PG.npgsql && CALLBACK.test(place.document.words) && asks()[0] !== 'plain', BY_CALLBACK) ??
      when(client === PG.pgx && TLS_CONFIG.test(place.document.words), BY_CONFIG) ??
      (client === PG.tokio ? tokioPostgres(own, passed, place.document.words) : undefined) ??
      when(isOpenBeside || isReplaced(place) || (isLibpq && isUnseen), WHOSE) ??
      when(!isLibpq && TWICE.test(query), BY_TWICE) ??
      when(isOpen && !isLibpq, BESIDE) ??
      refused ??
      asks()
    const driver = verdictByCaFile(client, judged, withHost(own, string, place))
    return client.name === 'node-postgres' ? besideNode(string, place, driver) : driver
  })
  const [first] = clients
  const correction =
    first && 'correction' in first && clients.every((client) => client.correction !== undefined)
      ? first.correction
      : undefined
  return {
    what: `PostgreSQL ${STRING_NAMES[string.kind]}${string.scheme.startsWith('jdbc:') ? ' (JDBC)' : ''}`,
    range: place.literal.range,
    drivers,
    notes: clients.length > 1 ? ['It doesn’t say which client reads it. Possible clients are listed below.'] : [],
    edits:
      correction && beside.length === 0 && !isReplaced(place)
        ? editOf(
            place,
            // A client that doesn't know such a name refuses to connect, or verifies nothing by it.
            string.rebuild(correction, [
              ...OBSOLETE,
              ...(clients.some(isOfLibpq) ? unknownTlsNames(writtenNames(string, place.literal.value, query)) : []),
            ]),
          )
        : undefined,
    covers: [
      ...(clients[0] === PG.postgrex ? elixirGroups(place.document) : []),
      ...(beside.length > 0 || isOpenBeside ? coveredBy(place, clients[0] === PG.jdbc) : []),
      // What the string says counts before the environment.
      ...(string.params.has('sslmode') && clients.every((client) => isOfLibpq(client))
        ? environmentGroups(place.document)
        : []),
    ],
  }
}

const ADDRESS = new RegExp(String.raw`^\S*:\/\/(?:${TEMPLATE}|\S)+`)

/** What stands behind an address, alone: Metabase's options of JDBC, and others'. */
const judgeQuery = ({ literal }: StringPlace): Finding | undefined =>
  /(?:^|&)ssl-?mode=\S/i.test(literal.value) &&
  /^\??(?:[\w.-]{1,60}=[^&\s:?]*&)+[\w.-]{1,60}=[^&\s:?]*$/.test(literal.value)
    ? {
        what: 'Settings',
        range: literal.range,
        drivers: [],
        notes: ['It’s not known which client reads these settings.'],
      }
    : undefined

const BY_INSERT = 'The code or a template puts more settings into this text: it doesn’t show which.'

const judgeAny = (place: StringPlace): Finding | undefined => {
  const whole = place.literal.value.trim()
  // Behind an address in a file of variables, a comment or a command may stand.
  const begins = ADDRESS.exec(whole)?.[0]
  const address = begins !== undefined && /^[ \t]/.test(whole.slice(begins.length)) ? begins : undefined
  const string = readConnectionString(address ?? withoutInserts(whole))
  if (!string) return judgeStackExchange(place) ?? judgeQuery(place)
  if (isPgBouncer(place.document) || isOfGrafana(place) || isOfQuarkus(place)) return undefined
  const where = placeOf(place)
  const service = serviceOf(string, where)
  if (service === undefined) return undefined
  if (string.raw !== undefined)
    return { what: 'Connection string', range: place.literal.range, drivers: [], notes: [string.raw] }
  const isWhole = address === undefined
  if (service === 'pg') return isWhole ? judgePg(string, place) : { ...judgePg(string, place), edits: undefined }
  if (service === 'mysql')
    return isWhole ? judgeMysql(string, place) : { ...judgeMysql(string, place), edits: undefined }
  // Its arguments count as well: it's judged as a call.
  if (service === 'redis' && where.holder.startsWith('Redix.')) return undefined
  if (service === 'clickhouse') return judgeClickhouse(string, place, where)
  if (service === 'redis') return judgeRedisUri(string, place, where)
  const off = switchIn(
    [...string.params].map(([name, value]) => ({ name, value })),
    where,
  )
  return off && { what: 'Connection string', range: place.literal.range, drivers: [off], notes: [] }
}

/** What a string comes to; undefined for one that is no connection string of a client known here. */
export const judgeString = (place: StringPlace): Finding | undefined => {
  const found = judgeAny(place)
  const judged = found && isFilledIn(place) ? leftOpen(found, true, BY_INSERT) : found
  if (!judged || !ENTITY.test(place.literal.value)) return judged
  const [verifies, because] = BY_ENTITY
  const drivers = judged.drivers.map((driver) => ({ ...driver, verifies, because, seen: undefined }))
  return { ...judged, drivers, edits: undefined }
}
