/** Sequelize, Knex and TypeORM: maps whose `ssl` goes to node-postgres or mysql2. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding, OwnNames } from '../finding.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { nodeTls } from './node-tls.ts'
import { readClient, runClient, type Client, type Judged, type Params } from '../verdict.ts'

interface Orm {
  readonly client: Client
  /** The setting that names the database, and what stands before it. */
  readonly sign: RegExp
  /** Where its TLS stands, below the same. */
  readonly places: readonly [string, ...string[]]
  /** Where the host stands. */
  readonly host: string
  /** Where the sign is anyone's word: a word or package that must stand in a text whose settings say nothing of TLS. */
  readonly named?: RegExp
}

const ORMS: readonly Orm[] = [
  {
    client: runClient('Sequelize (Node.js)', 'sequelize 6.37.8 with pg 8.23.1'),
    sign: /^(.*\.|)dialect$/,
    places: ['dialectOptions.ssl'],
    host: 'host',
  },
  {
    client: runClient('TypeORM (Node.js)', 'typeorm 1.1.1 with pg 8.23.1'),
    sign: /^(.*\.|)type$/,
    // What stands in `extra` counts before it.
    places: ['extra.ssl', 'ssl'],
    host: 'host',
    named: /typeorm|TypeOrm|DataSource/,
  },
  {
    client: runClient('Knex (Node.js)', 'knex 3.3.0 with pg 8.23.1'),
    sign: /^(.*\.|)client$/,
    places: ['connection.ssl'],
    host: 'connection.host',
  },
]

/** With PostgreSQL they were run, with MySQL read. */
const byReading = (client: Client): Client => ({
  ...client,
  basis: 'read',
  source: client.source.replace(/ with .*/, ''),
})

const PG = /^(?:pg|postgres(?:ql)?|cockroachdb)$/
const MYSQL_KIND = /^mysql2?$/
/** Knex has a client for the package mysql too. */
const OTHER = 'mysql'

/** The settings of a map as `nodeTls` takes them; undefined where the map isn't there. */
const tlsOf = (settings: readonly Setting[], path: string): Params | undefined => {
  const own = settings.flatMap(({ name, literal }): [string, string][] =>
    name === path || name.startsWith(`${path}.`)
      ? [[`ssl${name.slice(path.length)}`.toLowerCase(), literal.value]]
      : [],
  )
  if (own.length === 0) return undefined
  // In JSON and YAML, the map itself is no setting.
  return new Map([['ssl', '{ }'], ...own])
}

const mysqlOptions = (params: Params): string => {
  const value = params.get('ssl') ?? ''
  if (value !== '{ }') return value
  const of = (name: string) => params.get(`ssl.${name.toLowerCase()}`)
  return `{ ${['ca', 'rejectUnauthorized', 'verifyIdentity'].flatMap((name) => (of(name) === undefined ? [] : [`${name}: ${of(name) ?? ''}`])).join(', ')} }`
}

/** TypeORM takes the package mysql where that is installed. */
const byMysql = (params: Params, isAny: boolean): Judged => {
  const judged = MYSQL.mysql2.judge(new Map([['ssl', mysqlOptions(params)]]))
  return isAny && !/none|plain|fails/.test(judged[0])
    ? ['depends', 'It depends on the package for MySQL that is installed.']
    : judged
}

const KIT = readClient('Drizzle Kit (Node.js)', 'drizzle-kit 0.31.11, bin.cjs')

/** `dbCredentials` of drizzle.config.ts: `pg` if that is installed, else postgres.js; mysql2. */
const judgeKit = (kind: string, params: Params | undefined): Judged => {
  if (MYSQL_KIND.test(kind)) return params ? byMysql(params, false) : MYSQL.mysql2.judge(new Map())
  const ssl = params?.get('ssl')
  if (!params || ssl === undefined)
    return [
      'depends',
      'Without ssl, node-postgres trusts only public CAs here; if postgres.js is installed instead, nothing is encrypted.',
    ]
  if (/^(?:require|prefer|allow)$/.test(ssl))
    return ['none', `ssl: "${ssl}" accepts any server. Pass ssl: { ca } instead.`]
  if (ssl === 'verify-full')
    return ['public', 'ssl: "verify-full" trusts only public CAs: servers signed by the project CA are rejected.']
  return nodeTls(params, 'ssl') ?? OPEN
}
const OPEN: Judged = ['depends', 'The text doesn’t show the value of ssl.']

const judgeDrizzleKit = ({ settings, range }: Group): OwnNames | undefined => {
  const kind = settings.find(({ name }) => name === 'dialect')?.literal.value ?? ''
  const own = settings.filter(({ name }) => name.startsWith('dbCredentials.'))
  if (
    own.length === 0 ||
    own.some(({ name }) => name === 'dbCredentials.url') ||
    !(PG.test(kind) || MYSQL_KIND.test(kind))
  )
    return undefined
  const params = tlsOf(settings, 'dbCredentials.ssl')
  const judged = judgeKit(kind, params)
  return {
    findings: [
      {
        what: `Settings of ${KIT.name}`,
        range,
        drivers: [verdictByCaFile(KIT, [judged[0], judged[1]], params ?? new Map())],
        notes: [],
      },
    ],
    used: new Set(settings),
  }
}

const ADDRESS = /[?&](?:sslmode|ssl|sslrootcert)=/
/** Version 7 of Sequelize reads `ssl` where its other settings are: it wasn't run. */
const SEQUELIZE_7 = /^@sequelize\/core$/

/** Whether settings stand in a map that the text doesn't show: `dialectOptions: options`, `dialectOptions`. */
const isElsewhere = ({ settings, positional }: Group, path: string, short: string): boolean =>
  settings.some(({ name, literal }) => name === path && !literal.value.startsWith('{')) ||
  positional.some(({ value }) => value === short)

/** Without TLS where it belongs, while the host is there: nothing is encrypted, whatever stands elsewhere. */
const withoutTls = (
  { words, literals }: ParsedDocument,
  group: Group,
  { client, places, host, named }: Orm,
  before: string,
): Judged | undefined => {
  const { settings, positional } = group
  const strings = literals.map(({ literal }) => literal.value)
  const isNamed = named === undefined || named.test(words) || strings.some((value) => named.test(value))
  const has = (path: string) => settings.some(({ name }) => name === before + path)
  if (!isNamed || strings.some((value) => SEQUELIZE_7.test(value))) return undefined
  if (!has(host) && !positional.some(({ value }) => value === host)) return undefined
  if (has('url') || has('connectionString') || has('connection.connectionString')) return undefined
  const [place] = places
  const isOpen = places.some((path) => {
    const above = path.replace(/\.?[^.]+$/, '')
    return isElsewhere(group, before + above, above) || positional.some(({ value }) => value === 'ssl')
  })
  if (isOpen) return ['depends', `The text doesn’t show ${place}.`]
  const isMisplaced = settings.some(({ name }) => name === `${before}ssl` || name.startsWith(`${before}ssl.`))
  const name = client.name.replace(/ \(.*/, '')
  return ['plain', `Without ${place}, ${name} doesn’t use TLS.${isMisplaced ? ' It ignores ssl elsewhere.' : ''}`]
}

const judgeTls = (params: Params, { places }: Orm, isMysql: boolean): Judged | undefined =>
  isMysql ? byMysql(params, places.includes('ssl')) : nodeTls(params, 'ssl')

/** What such maps come to: in code, and in the files that hold them as JSON. */
export const judgeOrm = (document: ParsedDocument, group: Group): OwnNames => {
  const findings: Finding[] = []
  const used = new Set<Setting>()
  const { container, language } = document
  if (container !== 'json' && !(container === 'code' && language === 'javascript')) return { findings, used }
  const kit = judgeDrizzleKit(group)
  if (kit) return kit
  for (const orm of ORMS)
    for (const setting of group.settings) {
      const { client, sign, places } = orm
      const before = sign.exec(setting.name)?.[1]
      const kind = setting.literal.value
      const isMysql = MYSQL_KIND.test(kind)
      if (sign.source.includes('client') && kind === OTHER) continue
      if (before === undefined || used.has(setting) || (!PG.test(kind) && !isMysql)) continue
      const place = places.find((path) => tlsOf(group.settings, before + path) !== undefined)
      const params = place === undefined ? undefined : tlsOf(group.settings, before + place)
      const own = group.settings.filter(({ name }) => name.startsWith(before))
      // What an address says of TLS counts before a map.
      if ([...own.map(({ literal }) => literal), ...group.positional].some(({ value }) => ADDRESS.test(value))) continue
      const judged = params ? judgeTls(params, orm, isMysql) : withoutTls(document, group, orm, before)
      if (!judged) continue
      for (const one of own) used.add(one)
      findings.push({
        what: `Settings of ${client.name}`,
        range: group.range,
        drivers: [verdictByCaFile(isMysql ? byReading(client) : client, [judged[0], judged[1]], params ?? new Map())],
        notes: [],
      })
    }
  return { findings, used }
}
