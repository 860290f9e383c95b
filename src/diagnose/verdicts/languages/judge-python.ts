/** Settings of Python that are no string: Django's databases, arguments of asyncpg, Airflow's connections. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { paramsOf } from '../../settings/names.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { LOCAL_HOST } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { once } from '../once.ts'
import { correctPg, pgSettings } from '../postgresql/pg-settings.ts'
import { AIRFLOW } from '../postgresql/pg-programs.ts'
import { PG } from '../postgresql/postgresql.ts'
import { heldUntilLater, isMode, sslContext } from './ssl-context.ts'
import { truth, verdictOf, type Client, type Judged, type Params } from '../verdict.ts'
import { isWholeMap } from '../whole-map.ts'

const MYSQL_ENGINE = /^(?:django\.db\.backends\.mysql|mysql\.connector\.django)$/
const PG_ENGINE = /\.(?:postgresql(?:_psycopg2)?|postgis)$/

const UNSEEN: Judged = ['depends', 'The text doesn’t show its OPTIONS.']

/** Variables by which libpq and asyncpg take what the code doesn't say, and the file of services. */
const VARIABLE = /(?:^|\.)PG(?:SSLMODE|SSLROOTCERT|REQUIRESSL|SERVICE(?:FILE)?)$/
const hasEnvironment = once(
  ({ groups, literals }: ParsedDocument) =>
    literals.some(({ literal }) => VARIABLE.test(literal.value)) ||
    groups.some(({ settings }) => settings.some(({ name }) => VARIABLE.test(name))),
)
const BY_ENVIRONMENT: Judged = ['depends', 'Variables of the environment or a service file count too.']

const withoutNothing = (params: Params): Params =>
  new Map([...params].filter(([name, value]) => name !== 'sslrootcert' || !/^(?:none)?$/i.test(value)))

interface Database {
  readonly engine: string
  readonly document: ParsedDocument
  /** Those of its OPTIONS, by their own names. */
  readonly options: readonly Setting[]
}

const clientOf = ({ engine, document, options }: Database): { client: Client; judged: Judged; params: Params } => {
  if (PG_ENGINE.test(engine)) {
    const params = withoutNothing(paramsOf(pgSettings(options)))
    const isWhole = params.has('sslmode') && params.has('sslrootcert')
    const isOpen = !isWhole && (hasEnvironment(document) || options.some(({ name }) => name === 'service'))
    return { client: PG.psycopg, judged: isOpen ? BY_ENVIRONMENT : PG.psycopg.judge(params), params }
  }
  const params = new Map(options.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const client = engine.startsWith('mysql')
    ? MYSQL.mysqlConnector
    : /\binstall_as_MySQLdb\b/.test(document.words)
      ? MYSQL.pymysql
      : MYSQL.mysqlclient
  return { client: { ...client, name: `Django (${client.name})` }, judged: client.judge(params), params }
}

/** Django's connections: `OPTIONS` is what the driver is called with. */
export const judgeDjango = (text: string, document: ParsedDocument, group: Group): Finding[] =>
  group.settings.flatMap((setting) => {
    const engine = setting.literal.value
    const isPg = PG_ENGINE.test(engine)
    if (!setting.name.endsWith('ENGINE') || (!isPg && !MYSQL_ENGINE.test(engine))) return []
    const database = setting.name.slice(0, -'ENGINE'.length)
    const of = (name: string) => group.settings.find((one) => one.name === database + name)?.literal.value
    const path = `${database}OPTIONS`
    const own = group.settings.filter(({ name }) => name.startsWith(`${path}.`))
    const whole = of('OPTIONS') ?? '{}'
    const isShown = isWholeMap(whole) && !/[{,]\s*\*\*/.test(whole) && !/\bDATABASES (?:\[|\.)/.test(document.words)
    const options = own.map((one) => ({ ...one, name: one.name.slice(path.length + 1) }))
    const { client, judged, params } = clientOf({ engine, document, options })
    if (isPg && isShown && !params.has('sslmode') && LOCAL_HOST.test(of('HOST') ?? '')) return []
    return [
      {
        what: `${isPg ? 'PostgreSQL' : 'MySQL'} settings of Django`,
        range: group.range,
        drivers: [
          verdictByCaFile(client, isShown ? judged : UNSEEN, new Map([...params, ['host', of('HOST') ?? 'unknown']])),
        ],
        notes: [],
        edits: isPg && isShown ? correctPg(text, group, params, pgSettings(own)) : undefined,
      },
    ]
  })

/** An argument counts before the address, whose CA file a mode that verifies needs. */
const besideAddress = (judged: Judged): Judged =>
  /none|plain/.test(judged[0]) ? judged : ['depends', 'The text doesn’t show the address, which may name a CA file.']

/** `asyncpg.connect(host=…, ssl=…)`: what has an address is judged with it. */
export const judgeAsyncpg = (document: ParsedDocument, group: Group): Finding[] => {
  const params = new Map(group.settings.map(({ name, literal }) => [name, literal.value]))
  const host = params.get('host') ?? ''
  const address = params.get('dsn') ?? group.positional[0]?.value
  const ssl = group.settings.find(({ name }) => name === 'ssl')?.literal
  // An address that isn't shown counts less than the argument: one that is, is judged as a string.
  const isReplaced = address === undefined ? host === '' : ssl === undefined || address.includes('://')
  if (!/(?:^|\.)asyncpg\.(?:connect|create_pool)$/.test(group.holder) || isReplaced) return []
  const isSilent = ssl === undefined || ssl.value === 'None'
  const isWrong = params.has('sslmode') || params.has('sslrootcert')
  // On a Unix socket there is no TLS, whatever is asked for.
  if (!isWrong && (host.startsWith('/') || (isSilent && LOCAL_HOST.test(host)))) return []
  const judged =
    !isWrong && hasEnvironment(document) && (isSilent || isMode(ssl))
      ? BY_ENVIRONMENT
      : isWrong || isSilent
        ? PG.asyncpg.judge(new Map([...params].filter(([name]) => name !== 'ssl')))
        : address !== undefined && isMode(ssl)
          ? besideAddress(sslContext(ssl, document))
          : group.holder.endsWith('create_pool')
            ? heldUntilLater(sslContext(ssl, document), ssl, document)
            : sslContext(ssl, document)
  return [
    {
      what: 'PostgreSQL settings',
      range: group.range,
      drivers: [verdictByCaFile(PG.asyncpg, judged, new Map())],
      notes: [],
    },
  ]
}

const isText = (entry: readonly [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

/** A text that holds JSON, as settings by name; undefined for any other. */
const fromJson = (text: string): Params | undefined => {
  try {
    return new Map(Object.entries(JSON.parse(text) as object).filter((entry) => isText(entry)))
  } catch {
    return undefined
  }
}

/** `dj_database_url.config(ssl_require=True)` of an address that stands elsewhere: one that stands here is judged itself. */
export const judgeDatabaseUrl = ({ holder, settings, positional, range }: Group): Finding[] => {
  const isAsked = settings.some(({ name, literal }) => name === 'ssl_require' && truth(literal.value) === true)
  const isShown = [...positional, ...settings.map(({ literal }) => literal)].some(({ value }) => value.includes('://'))
  return isAsked && !isShown && /^dj_database_url\.(?:config|parse)$/.test(holder)
    ? [
        {
          what: 'PostgreSQL settings of Django',
          range,
          drivers: [
            verdictOf(PG.psycopg, [
              'depends',
              'ssl_require=True means sslmode=require, whatever the address says: the host name isn’t checked, and without sslrootcert nothing is.',
            ]),
          ],
          notes: [],
        },
      ]
    : []
}

/** Connections of Airflow to PostgreSQL: `extra` is a map, or a text with JSON in it. */
export const judgeAirflow = (text: string, group: Group): Finding[] =>
  group.settings.flatMap(({ name, literal }) => {
    const base = /^(?:(.*\.)?conn_|--conn-)(?=type$)/.exec(name)
    if (!base || !/^postgres(?:ql)?$/.test(literal.value)) return []
    const extra = name.startsWith('--') ? '--conn-extra' : `${base[1] ?? ''}extra`
    const own = group.settings.filter((one) => one.name.startsWith(`${extra}.`))
    const written = group.settings.find((one) => one.name === extra)?.literal.value
    const params = own.length > 0 ? paramsOf(pgSettings(own)) : fromJson(written ?? '{}')
    if (params && !params.has('sslmode') && !params.has('sslrootcert')) return []
    const judged: Judged = params ? AIRFLOW.judge(params, '', '') : ['depends', 'The text doesn’t show its extra.']
    return [
      {
        what: 'PostgreSQL settings',
        range: group.range,
        drivers: [verdictByCaFile(AIRFLOW, judged, params ?? new Map())],
        notes: [],
        edits: params ? correctPg(text, group, params, pgSettings(own)) : undefined,
      },
    ]
  })
