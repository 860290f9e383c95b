/** Connection strings, wherever they stand. */
import { pgClients, type Place } from '../clients/postgresql.ts'
import { mysqlClients } from '../clients/mysql.ts'
import { readConnectionString, type ConnectionString } from '../settings/connection-string.ts'
import { hasShorthandCa, type Edit, type Finding, type StringPlace } from './finding.ts'
import { judgeRedisUri } from './redis.ts'
import { switchIn } from './switches.ts'
import { isPgBouncer } from './pgbouncer.ts'
import { PG } from './postgresql.ts'
import { truth, verdictOf, type DriverVerdict, type Judged } from './verdict.ts'

const OBSOLETE = {
  pg: ['uselibpqcompat', 'ssl', 'sslfactory', 'sslmode', 'SSL Mode', 'Trust Server Certificate'],
  mysql: ['ssl-mode', 'useSSL', 'requireSSL', 'verifyServerCertificate'],
} as const

/** Frameworks that give their name to settings: the client is one of that language, whatever the file is. */
const FRAMEWORKS: readonly (readonly [name: RegExp, language: string])[] = [
  [/^(?:spring|quarkus|micronaut|hibernate)[._]/i, 'java'],
  [/^(?:celery|django|flask|sqlalchemy|airflow)[._]/i, 'python'],
  [/^(?:sidekiq|rails)[._]/i, 'ruby'],
]

const placeOf = ({ document, name, group }: StringPlace): Place => {
  const framework = document.container === 'code' ? undefined : FRAMEWORKS.find(([sign]) => sign.test(name))
  return {
    container: framework ? 'code' : document.container,
    language: framework?.[1] ?? document.language,
    words: document.words,
    holder: group?.holder ?? '',
    name,
    beside: group?.positional.map(({ value }) => value) ?? [],
  }
}

const editOf = ({ literal }: StringPlace, next: string): Edit[] | undefined => {
  const text = literal.encode(next)
  return text === undefined ? undefined : [{ range: literal.range, text }]
}

const SERVICES: readonly (readonly [service: 'pg' | 'mysql' | 'redis' | 'other', scheme: RegExp])[] = [
  ['pg', /^(?:jdbc:|r2dbc:|vertx-reactive:)?(?:postgres(?:ql)?|pgsql|cockroachdb)(?:[+:]\w+)?$|^ecto$/],
  ['mysql', /^(?:jdbc:|r2dbc:|vertx-reactive:)?(?:mysqlx?|mariadb)(?:[+:]\w+)?$/],
  ['redis', /^(?:redis|valkey)s?$/],
  ['other', /^(?:https?|clickhouses?|ch|mongodb(?:\+srv)?|amqps?|opensearch|elasticsearch)$/],
]

const serviceOf = ({ kind, scheme, params }: ConnectionString, { language, words }: Place) => {
  if (kind === 'keywords') return 'pg'
  if (kind !== 'dotnet') return SERVICES.find(([, pattern]) => pattern.test(scheme))?.[0]
  if (/\bMySql/.test(words) || params.has('uid') || params.has('sslca') || params.has('sslmode'))
    return params.has('root certificate') || /\bNpgsql/.test(words) ? 'pg' : 'mysql'
  return params.has('host') || params.has('ssl mode') || language === 'csharp' ? 'pg' : undefined
}

const NAMES: Readonly<Record<ConnectionString['kind'], string>> = {
  uri: 'connection string',
  keywords: 'connection parameters',
  pdo: 'PDO data source',
  dsn: 'data source name',
  dotnet: '.NET connection string',
}

/** node-postgres: what the code passes as `ssl` counts where the string says nothing of TLS. */
const besideNode = ({ params }: ConnectionString, { group }: StringPlace, driver: DriverVerdict): DriverVerdict => {
  const ssl = group?.settings.find(({ name }) => name === 'ssl')?.literal.value
  if (ssl === undefined || ['sslmode', 'sslrootcert', 'ssl', 'sslcert', 'sslkey'].some((name) => params.has(name)))
    return driver
  const of = (name: string) => group?.settings.find((setting) => setting.name === `ssl.${name}`)?.literal.value
  const judged = (verifies: DriverVerdict['verifies'], because: string) => ({ ...driver, verifies, because })
  if (truth(ssl) === false) return judged('plain', 'ssl: false switches TLS off.')
  if (of('rejectUnauthorized') !== undefined && truth(of('rejectUnauthorized')) === false)
    return judged('none', 'rejectUnauthorized: false takes any server.')
  if (of('checkServerIdentity') !== undefined)
    return judged('depends', 'A checkServerIdentity of its own replaces the check of the name.')
  if (of('ca') !== undefined || hasShorthandCa(ssl))
    return judged('full', 'With ssl: { ca } it verifies the CA and the name.')
  return truth(ssl) === true || ssl.startsWith('{')
    ? judged('public', "Without ca it verifies against Node's public CAs only: a server of the project CA is refused.")
    : judged('depends', 'The text doesn’t show the value of ssl.')
}

/** libpq takes from the environment what a string doesn't say. */
const PG_VARIABLE = /(?:^|\.)PG(SSLMODE|SSLROOTCERT|REQUIRESSL)$/

const environmentOf = ({ document }: StringPlace): [string, string][] =>
  document.groups.flatMap(({ settings }) =>
    settings.flatMap(({ name, literal }): [string, string][] => {
      const variable = PG_VARIABLE.exec(name)?.[1]
      return variable === undefined ? [] : [[variable.toLowerCase(), literal.value]]
    }),
  )

const BESIDE: Judged = ['depends', 'PGSSLMODE stands beside it: what this client makes of both is not known here.']

const judgePg = (string: ConnectionString, place: StringPlace): Finding => {
  const clients = pgClients(string, placeOf(place))
  const query = place.literal.value.split('?')[1] ?? ''
  const environment = environmentOf(place)
  const params = new Map([...environment, ...string.params])
  const isOpen = environment.some(([name]) => name === 'sslmode') && !string.params.has('sslmode')
  const drivers = clients.map((client) => {
    const isLibpq = client === PG.psql || client === PG.libpq || client === PG.psycopg
    const driver = verdictOf(
      client,
      isOpen && !isLibpq ? BESIDE : client.judge(isLibpq ? params : string.params, string.address, query),
    )
    return client.name === 'node-postgres' ? besideNode(string, place, driver) : driver
  })
  const [first] = clients
  const correction =
    first && 'correction' in first && clients.every((client) => client.correction !== undefined)
      ? first.correction
      : undefined
  const jdbc = string.scheme.startsWith('jdbc:') ? ' (JDBC)' : ''
  return {
    what: `PostgreSQL ${NAMES[string.kind]}${jdbc}`,
    range: place.literal.range,
    drivers,
    notes: clients.length > 1 ? ['Nothing in it says which client reads it. Those that may are below.'] : [],
    edits: correction && editOf(place, string.rebuild(correction, OBSOLETE.pg)),
  }
}

const judgeMysql = (string: ConnectionString, place: StringPlace): Finding => {
  const clients = mysqlClients(string, placeOf(place))
  const options =
    place.group?.settings.map(({ name, literal }): [string, string] => [name.toLowerCase(), literal.value]) ?? []
  const params =
    string.kind === 'pdo'
      ? new Map([
          ...string.params,
          ...options.map(([name, value]): [string, string] => [name.replace(/^.*\./, ''), value]),
        ])
      : string.params
  const correction = clients.length === 1 ? clients[0]?.correction : undefined
  return {
    what: `MySQL ${NAMES[string.kind]}${string.scheme.startsWith('jdbc:') ? ' (JDBC)' : ''}`,
    range: place.literal.range,
    drivers: clients.map((client) => verdictOf(client, client.judge(params))),
    notes: clients.length > 1 ? ['Nothing in it says which client reads it. Those that may are below.'] : [],
    edits: correction && editOf(place, string.rebuild(correction, OBSOLETE.mysql)),
  }
}

/** What a string comes to; undefined for one that is no connection string of a client known here. */
export const judgeString = (place: StringPlace): Finding | undefined => {
  const string = readConnectionString(place.literal.value.trim())
  if (!string || isPgBouncer(place.document)) return undefined
  const where = placeOf(place)
  const service = serviceOf(string, where)
  if (service === undefined) return undefined
  if (string.raw !== undefined)
    return { what: 'Connection string', range: place.literal.range, drivers: [], notes: [string.raw] }
  if (service === 'pg') return judgePg(string, place)
  if (service === 'mysql') return judgeMysql(string, place)
  if (service === 'redis') return judgeRedisUri(string, place, where)
  const off = switchIn(
    [...string.params].map(([name, value]) => ({ name, value })),
    where,
  )
  return off && { what: 'Connection string', range: place.literal.range, drivers: [off], notes: [] }
}
