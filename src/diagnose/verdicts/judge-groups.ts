/** Settings of one client that stand as names and values: calls, maps, sections, commands, variables. */
import type { Place } from '../clients/postgresql.ts'
import type { Group, ParsedDocument, Setting } from '../documents/document.ts'
import { findNames, flat, paramsOf } from '../settings/names.ts'
import { addEntry, setValue } from '../corrections/entries.ts'
import { hasShorthandCa, type Edit, type Finding } from './finding.ts'
import { judgeKafkaCall } from './judge-kafka-calls.ts'
import { MYSQL, type MysqlClient } from './mysql.ts'
import { PG, type PgClient } from './postgresql.ts'
import { judgeRedisSettings } from './redis.ts'
import { truth, verdictOf, type DriverVerdict, type Params } from './verdict.ts'

export const placeOfGroup = ({ container, language, words }: ParsedDocument, { holder, positional }: Group): Place => ({
  container,
  language,
  words,
  holder,
  name: '',
  beside: positional.map(({ value }) => value),
})

const PG_NAMES = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslnegotiation',
  'sslfactory',
  'PGSSLMODE',
  'PGSSLROOTCERT',
]

const valueOf = (settings: readonly Setting[], name: RegExp): string | undefined =>
  settings.find((setting) => name.test(flat(setting.name)))?.literal.value

/** Which client reads settings of PostgreSQL that are no string. */
const pgClientOf = (place: Place, settings: readonly Setting[]): PgClient | undefined => {
  const { holder, language, container, words } = place
  const engine = valueOf(settings, /(?:engine|adapter|driver|dbtype|connection|type|dialect)$/) ?? ''
  if (/psycopg|psycopg2/.test(holder) || /django\.db\.backends\.postgresql/.test(engine)) return PG.psycopg
  if (/asyncpg/.test(holder)) return PG.asyncpg
  if (settings.some(({ name }) => /(?:^|\.)PGSSL/.test(name))) return PG.libpq
  if (container === 'ini') return PG.libpq
  if (language === 'php') return PG.php
  if (
    /^postgres(?:ql)?$/.test(engine) &&
    container === 'yaml' &&
    settings.some(({ name }) => /(?:^|\.)adapter$/.test(name))
  )
    return PG.ruby
  if (settings.some(({ name }) => /jsonData|secureJsonData/.test(name)))
    return {
      ...PG.go,
      name: 'Grafana (Go lib/pq)',
      basis: 'documented',
      source: 'https://grafana.com/docs/grafana/latest/datasources/postgres/',
    }
  if (
    /debezium|PostgresConnector/i.test(valueOf(settings, /connectorclass$/) ?? '') ||
    ((language === 'java' || language === 'kotlin') && /DriverManager|Properties/.test(words))
  )
    return PG.jdbc
  if (language === 'python' && /psycopg|create_engine/.test(words)) return PG.psycopg
  if (language === 'ruby') return PG.ruby
  return undefined
}

const correctPg = (
  text: string,
  group: Group,
  params: Params,
  found: readonly { name: string; prefix: string; setting: Setting }[],
): Edit[] | undefined => {
  const mode = found.find(({ name }) => name === 'sslmode')
  const root = found.find(({ name }) => name === 'sslrootcert')
  if (!mode) return undefined
  const written = mode.setting.name.slice(mode.prefix.length)
  const rootName =
    mode.prefix + (written === 'PGSSLMODE' ? 'PGSSLROOTCERT' : written === 'SSLMODE' ? 'SSLROOTCERT' : 'sslrootcert')
  const edits = [
    setValue(mode.setting, 'verify-full'),
    params.has('sslrootcert') && root ? undefined : addEntry(text, group, mode.setting, rootName, 'ca.pem'),
  ]
  return edits[0] && (root ?? edits[1]) ? edits.filter((edit) => edit !== undefined) : undefined
}

const judgePg = (text: string, place: Place, group: Group): Finding[] => {
  const found = findNames(group.settings, PG_NAMES).map((named) => ({
    ...named,
    name: named.name.replace('PG', '').toLowerCase(),
  }))
  if (!found.some(({ name }) => name === 'sslmode' || name === 'sslrootcert')) return []
  // `ssl_mode` of other databases ends alike.
  if (found.some(({ setting }) => /ssl[-_]mode$/i.test(setting.name))) return []
  if (
    /mysql|maria/i.test(
      `${place.holder} ${valueOf(group.settings, /(?:engine|adapter|driver|type|connection)$/) ?? ''}`,
    )
  )
    return []
  const client = pgClientOf(place, group.settings)
  const params = paramsOf(found)
  return [
    {
      what: 'PostgreSQL settings',
      range: group.range,
      drivers: client ? [verdictOf(client, client.judge(params, '', ''))] : [],
      notes: client ? [] : ['Which client reads these settings is not known here.'],
      edits: client && 'correction' in client ? correctPg(text, group, params, found) : undefined,
    },
  ]
}

/** `new Pool({ ssl: … })` without a string. */
const judgeNodeSsl = (place: Place, group: Group): readonly DriverVerdict[] => {
  const { language, words, holder } = place
  if (language !== 'javascript' || !/^new (?:pg\.)?(?:Pool|Client)$|createPool|createConnection/.test(holder)) return []
  const isMysql = /createPool|createConnection/.test(holder)
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const strings = ['connectionstring', 'uri', 'url'].some((name) => params.has(name))
  if (strings || (!isMysql && !params.has('host') && !params.has('ssl'))) return []
  if (isMysql) return [verdictOf(MYSQL.mysql2, MYSQL.mysql2.judge(params))]
  if (!/\bpg\b|Pool|Client/.test(words)) return []
  const ssl = params.get('ssl')
  const of = (name: string) => params.get(`ssl.${name.toLowerCase()}`)
  const verdict = (verifies: DriverVerdict['verifies'], because: string) => [verdictOf(PG.node, [verifies, because])]
  if (ssl === undefined || truth(ssl) === false) return verdict('plain', 'Without ssl node-postgres uses no TLS.')
  if (of('rejectUnauthorized') !== undefined && truth(of('rejectUnauthorized')) === false)
    return verdict('none', 'rejectUnauthorized: false takes any server.')
  if (of('checkServerIdentity') !== undefined)
    return verdict('depends', 'A checkServerIdentity of its own replaces the check of the name.')
  if (of('ca') !== undefined || hasShorthandCa(ssl))
    return verdict('full', 'With ssl: { ca } it verifies the CA and the name.')
  return truth(ssl) === true || ssl.startsWith('{')
    ? verdict('public', "Without ca it verifies against Node's public CAs only: a server of the project CA is refused.")
    : verdict('depends', 'What ssl holds stands elsewhere.')
}

const MYSQL_NAMES = ['ssl-mode', 'ssl-ca', 'ssl-verify-server-cert', 'skip-ssl', 'ssl-capath', 'ssl']

const mysqlClientOf = (place: Place, group: Group): { client: MysqlClient; params: Params } | undefined => {
  const { holder, container, language } = place
  const byName = () =>
    new Map(
      group.settings.map(({ name, literal }) => [
        name.replace(/^-+/, '').replaceAll('_', '-').toLowerCase(),
        literal.value,
      ]),
    )
  if (container === 'command') {
    if (holder.startsWith('mariadb')) return { client: MYSQL.mariadb, params: byName() }
    if (/^mysql(?:sh|dump|admin)?$/.test(holder)) {
      const params = byName()
      return {
        client: params.has('ssl-verify-server-cert') ? MYSQL.mariadb : holder === 'mysqlsh' ? MYSQL.shell : MYSQL.mysql,
        params,
      }
    }
  }
  // `[mysqld]` and its like are the server's.
  if (container === 'ini' && /^(?:client|mysql|mariadb)(?!d(?:$|[-_]))[\w-]*$/.test(holder)) {
    const params = byName()
    return {
      client: params.has('ssl-verify-server-cert') || /maria/.test(holder) ? MYSQL.mariadb : MYSQL.mysql,
      params,
    }
  }
  const own = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  if (language === 'python' && /pymysql/.test(holder)) return { client: MYSQL.pymysql, params: own }
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

const judgeMysql = (text: string, place: Place, group: Group): Finding[] => {
  const found = mysqlClientOf(place, group)
  if (!found || place.beside.some((value) => /^(?:mysql|mariadb):/.test(value))) return []
  const { client, params } = found
  // A section of a server's file, or a map without any of these, says nothing of TLS.
  if (place.container === 'ini' && !findNames(group.settings, MYSQL_NAMES).length) return []
  const mode = group.settings.find(({ name }) => /^(?:--)?ssl[-_]mode$/.test(name))
  const ca = group.settings.some(({ name }) => /^(?:--)?ssl[-_]ca$/.test(name))
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
      what: place.container === 'command' ? `Command of the ${place.holder} client` : 'MySQL settings',
      range: group.range,
      drivers: [verdictOf(client, client.judge(params))],
      notes: [],
      edits: set && (ca || add) ? [set, ...(add ? [add] : [])] : undefined,
    },
  ]
}

/** Findings of one group but for Kafka's own names, which may stand under prefixes. */
export const judgeGroup = (text: string, document: ParsedDocument, group: Group): Finding[] => {
  const place = placeOfGroup(document, group)
  const kafka = judgeKafkaCall(document, place, group)
  if (kafka) return [kafka]
  const node = judgeNodeSsl(place, group)
  if (node.length > 0) return [{ what: 'Settings in code', range: group.range, drivers: node, notes: [] }]
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const redis = judgeRedisSettings(params, place)
  if (redis)
    return [{ what: 'Redis or Valkey settings', range: group.range, drivers: [verdictOf(...redis)], notes: [] }]
  return [...judgePg(text, place, group), ...judgeMysql(text, place, group)]
}
