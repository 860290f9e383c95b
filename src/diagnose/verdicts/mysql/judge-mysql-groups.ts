/** Settings of MySQL's clients that stand as names and values. */
import type { Place } from '../place.ts'
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { findNames } from '../../settings/names.ts'
import { addEntry, setValue } from '../../documents/edit-entries.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding } from '../finding.ts'
import { judgeMysqli } from './mysql-php.ts'
import { MYSQL, type MysqlClient } from './mysql.ts'
import { contextOf } from '../languages/ssl-context.ts'
import { verdictOf, type Params } from '../verdict.ts'

const MYSQL_NAMES = ['ssl-mode', 'ssl-ca', 'ssl-verify-server-cert', 'skip-ssl', 'ssl-capath', 'ssl']

/** `[client]` counts for every program of MySQL's; of what is set twice, the last. */
const withClient = ({ groups }: ParsedDocument, group: Group): readonly Setting[] =>
  groups
    .filter((one) => one === group || one.holder === 'client')
    .toSorted((one, other) => one.range.start - other.range.start)
    .flatMap(({ settings }) => settings)

const mysqlClientOf = (
  document: ParsedDocument,
  place: Place,
  group: Group,
): { client: MysqlClient; params: Params } | undefined => {
  const { holder, container, language } = place
  const byName = (settings = group.settings) =>
    new Map(
      settings.map(({ name, literal }) => [name.replace(/^-+/, '').replaceAll('_', '-').toLowerCase(), literal.value]),
    )
  if (container === 'command') {
    if (holder.startsWith('mariadb')) return { client: MYSQL.mariadb, params: byName() }
    if (/^mysql(?:sh|dump|admin)?$/.test(holder)) {
      const params = byName()
      // An address without a scheme, as MySQL Shell alone takes it.
      for (const value of holder === 'mysqlsh' ? [params.get('uri') ?? '', ...place.beside] : [])
        if (/^[^\s/:@]+(?::[^@]*)?@[^\s?]+\?/.test(value))
          for (const [name, said] of new URLSearchParams(value.slice(value.indexOf('?')))) params.set(name, said)
      return {
        client: params.has('ssl-verify-server-cert') ? MYSQL.mariadb : holder === 'mysqlsh' ? MYSQL.shell : MYSQL.mysql,
        params,
      }
    }
  }
  // `[mysqld]` and its like are the server's.
  if (container === 'ini' && /^(?:client|mysql|mariadb)(?!d(?:$|[-_]))[\w-]*$/.test(holder)) {
    const params = byName(holder.startsWith('client') ? group.settings : withClient(document, group))
    return {
      client: params.has('ssl-verify-server-cert') || /maria/.test(holder) ? MYSQL.mariadb : MYSQL.mysql,
      params,
    }
  }
  const own = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  if (holder === 'provider mysql') return { client: MYSQL.go, params: own }
  if (language === 'python' && /pymysql/.test(holder)) return { client: MYSQL.pymysql, params: own }
  if (language === 'python' && /^(?:aiomysql|asyncmy)\.(?:connect|create_pool)$/.test(holder)) {
    const client = holder.startsWith('aiomysql') ? MYSQL.aiomysql : MYSQL.asyncmy
    return { client: { ...client, judge: (params) => client.judgeAddress(new Map(), params) }, params: own }
  }
  if (language === 'python' && /^MySQLdb\.connect$/.test(holder)) return { client: MYSQL.mysqlclient, params: own }
  if (language === 'python' && /^mysql\.connector\.connect$/.test(holder))
    return { client: MYSQL.mysqlConnector, params: own }
  if (language === 'ruby' && /(?:^|\.)new ?$/.test(holder) && /\bMysql2 :: Client \. new\b/.test(place.words))
    return { client: MYSQL.ruby, params: own }
  if (language === 'ruby' && holder === 'Sequel.connect' && /^(?:mysql2|trilogy)$/.test(own.get('adapter') ?? ''))
    return { client: own.get('adapter') === 'trilogy' ? MYSQL.trilogy : MYSQL.ruby, params: own }
  if (
    language === 'php' &&
    [...own.keys()].some(
      (name) => name.endsWith('mysql_attr_ssl_ca') || name.endsWith('mysql_attr_ssl_verify_server_cert'),
    )
  ) {
    return { client: MYSQL.pdo, params: new Map([...own].map(([name, value]) => [name.replace(/^.*\./, ''), value])) }
  }
  return undefined
}

/** What programs get of a host, which may stand right behind its option: `-hdb.example.com`. */
const withHost = ({ container, holder }: Place, { settings }: Group, params: Params): Params =>
  container !== 'command' || holder === 'mysqlsh' || settings.some(({ name }) => /^(?:--host$|-h)/.test(name))
    ? params
    : new Map([...params, ['host', '']])

/** What an SSLContext comes to that Python passes as `ssl`, where the text shows it. */
const contextIn = (document: ParsedDocument, { language }: Place, { settings }: Group) =>
  language === 'python' ? contextOf(settings.find(({ name }) => name === 'ssl')?.literal, document) : undefined

/** Settings of MySQL and MariaDB: of their programs, their files, and of calls. */
export const judgeMysqlGroup = (text: string, document: ParsedDocument, place: Place, group: Group): Finding[] => {
  const mysqli = judgeMysqli(document, group)
  if (mysqli) return [mysqli]
  const found = mysqlClientOf(document, place, group)
  if (!found || place.beside.some((value) => /^(?:mysql|mariadb):/.test(value))) return []
  const { client, params } = found
  const context = contextIn(document, place, group)
  // A section of a server's file, or a map without any of these, says nothing of TLS.
  if (place.container === 'ini' && !findNames(group.settings, MYSQL_NAMES).length) return []
  const mode = group.settings.find(({ name }) => /^(?:--)?ssl[-_]mode$/.test(name))
  const ca = params.has('ssl-ca') || params.has('ssl_ca')
  const set = mode && 'correction' in client ? setValue(mode, 'VERIFY_IDENTITY') : undefined
  const add =
    mode && !ca
      ? addEntry(
          text,
          group,
          {
            ...mode,
            nameRange: mode.nameRange ?? { start: mode.entry.start, end: mode.entry.start + mode.name.length },
          },
          mode.name.replace(/mode$/, 'ca'),
          'ca.pem',
        )
      : undefined
  return [
    {
      what: place.container === 'command' ? `${place.holder} command` : 'MySQL settings',
      range: group.range,
      drivers: [
        context
          ? verdictOf(client, context)
          : verdictByCaFile(client, client.judge(params), withHost(place, group, params)),
      ],
      notes: [],
      edits: set && (ca || add) ? [set, ...(add ? [add] : [])] : undefined,
    },
  ]
}
