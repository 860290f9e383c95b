/** Files of frameworks and tools that say with names of their own how they connect: Rails, Doctrine, Ansible, Debezium. */
import { lookup } from '../../../lib/lookup.ts'
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding, OwnNames } from '../finding.ts'
import { MODES } from '../mysql/mysql-words.ts'
import { MYSQL } from '../mysql/mysql.ts'
import { INHERITED } from '../postgresql/pg-settings.ts'
import { PG } from '../postgresql/postgresql.ts'
import { DATA_FILES } from './data-files.ts'
import type { File, Known } from './own-file.ts'
import { isTakenOver } from '../inherited-settings.ts'
import { judgeRedisRb } from '../languages/http-clients.ts'
import { truth, type Client, type Judged, type Params } from '../verdict.ts'

const QUERY = /^postgres(?:ql)?:\/\/[^?]*\??(.*)$/
/** What the address says of TLS counts before what stands beside it. */
const withUrl = (own: Params, url: string): Judged => {
  const query = QUERY.exec(url)?.[1]
  return query === undefined
    ? ['depends', 'What its url says of TLS counts first: the text doesn’t show it.']
    : PG.ruby.judge(new Map([...own, ...new URLSearchParams(query)]))
}

/** Rails' database.yml, and cable.yml, which hands its settings to redis-rb. */
const rails = (own: Params, value: string): Known | undefined => {
  const says = [...own.keys()].some((name) => name.startsWith('ssl'))
  const url = own.get('url')
  if (value === 'redis')
    return [...own.keys()].some((name) => name.startsWith('ssl_params.')) ? judgeRedisRb(own) : undefined
  if (/^postgresql$|^postgis$/.test(value) && says && url !== undefined) return [PG.ruby, withUrl(own, url)]
  const client = value === 'mysql2' ? MYSQL.ruby : value === 'trilogy' ? MYSQL.trilogy : undefined
  return client && says && url === undefined ? [client, client.judge(own)] : undefined
}

/** Doctrine's options of PDO, by the names of its constants. */
const doctrine = (own: Params): Known | undefined => {
  const options = new Map(
    [...own].flatMap(([name, value]): [string, string][] => {
      const constant = /^options\..*(mysql_attr_ssl_\w+)$/.exec(name)?.[1]
      return constant === undefined ? [] : [[constant, value]]
    }),
  )
  return options.size > 0 ? [PG.doctrine, MYSQL.pdo.judge(options)] : undefined
}

const ANSIBLE_PG: Client = {
  name: 'Ansible (psycopg)',
  basis: 'read',
  source: 'community.postgresql at 06c948d, module_utils/postgres.py',
}
const ansiblePg = (own: Params): Known => {
  const of = (names: readonly string[]) => names.map((name) => own.get(name)).find((value) => value !== undefined)
  const mode = of(['ssl_mode', 'sslmode'])
  const ca = of(['ca_cert', 'ssl_rootcert', 'sslrootcert'])
  const params = new Map([
    ...(mode === undefined ? [] : [['sslmode', mode] as const]),
    ...(ca === undefined ? [] : [['sslrootcert', ca] as const]),
  ])
  return [ANSIBLE_PG, PG.psycopg.judge(params)]
}

const ANSIBLE_MYSQL: Client = {
  name: 'Ansible (PyMySQL)',
  basis: 'read',
  source: 'community.mysql at 01f5e12, module_utils/mysql.py',
}
const ansibleMysql = (own: Params): Known => {
  const ca = own.has('ca_cert') || own.has('ssl_ca')
  const name = own.get('check_hostname')
  if (!ca) return [ANSIBLE_MYSQL, ['none', 'Without ca_cert, it accepts any server.']]
  if (truth(name) === false)
    return [ANSIBLE_MYSQL, ['chain', 'check_hostname: false accepts any server signed by the same CA.']]
  return [
    ANSIBLE_MYSQL,
    [
      'depends',
      truth(name) === true
        ? 'It verifies the CA and the host name. Before PyMySQL 1.2, a server that offers no TLS gets the login in plain text.'
        : 'It verifies the CA. Write check_hostname: true to be sure that it checks the host name.',
    ],
  ]
}

const DEBEZIUM: Client = {
  name: 'Debezium (MySQL)',
  basis: 'read',
  source: 'debezium-connector-binlog 3.3.1 and debezium-connector-mariadb 3.3.0',
}
/** The connector of MariaDB hands its modes to that driver. */
const MARIADB_MODES: Readonly<Record<string, string>> = {
  DISABLE: 'DISABLED',
  TRUST: 'REQUIRED',
  'VERIFY-CA': 'VERIFY_CA',
  'VERIFY-FULL': 'VERIFY_IDENTITY',
}
const debezium = (own: Params, value: string): Known | undefined => {
  const mode = own.get('database.ssl.mode')
  if (!/\.(?:MySqlConnector|MariaDbConnector)$/.test(value) || mode === undefined) return undefined
  const named = mode.trim().toUpperCase()
  const judged = lookup(MODES, value.endsWith('.MariaDbConnector') ? (lookup(MARIADB_MODES, named) ?? '') : named)
  if (!judged) return [DEBEZIUM, ['fails', 'Debezium doesn’t know this database.ssl.mode.']]
  const isVerifying = judged[0] === 'chain' || judged[0] === 'full'
  return [
    DEBEZIUM,
    isVerifying && !own.has('database.ssl.truststore')
      ? ['depends', 'Without database.ssl.truststore it trusts Java’s own store, which contains only public CAs.']
      : judged,
  ]
}

const FILES: readonly File[] = [
  { sign: /^(.*\.|)adapter$/, judge: rails },
  { sign: /^((?:.*\.|)(?:dbal\.|connections\.\w+\.))driver$/, judge: doctrine },
  { sign: /^((?:.*\.|)postgresql_\w+\.)(?:ssl_?mode|ca_cert|ssl_?rootcert)$/, judge: ansiblePg },
  { sign: /^((?:.*\.|)mysql_\w+\.)(?:ca_cert|ssl_ca|check_hostname)$/, judge: ansibleMysql },
  { sign: /^(.*\.|)connector\.class$/, judge: debezium },
  ...DATA_FILES,
]

/** What stands in a map for others to take, and is told with those: YAML's `default: &default`. */
const isBase = ({ isInherited, literal }: Setting, { settings }: Group): boolean =>
  isInherited !== true &&
  settings.some((other) => other.isInherited === true && other.literal.range.start === literal.range.start)

/** A constant of Ruby's that a template puts in: `<%= OpenSSL::SSL::VERIFY_NONE %>`. */
const constantOf = (value: string): string => /^<%=\s*([A-Z]\w*(?:::\w+)+)\s*%>$/.exec(value)?.[1] ?? value

/** A task, an environment, a connector: more of one file are not told. */
const MAX_FINDINGS = 10

/** What such files say. */
export const judgeOwnFiles = (text: string, { container }: ParsedDocument, group: Group): OwnNames => {
  const findings: Finding[] = []
  const used = new Set<Setting>()
  for (const { sign, holder, what, judge } of FILES) {
    if (holder === undefined ? container === 'code' : !holder.test(group.holder)) continue
    for (const setting of group.settings) {
      const before = sign.exec(setting.name)?.[1]
      if (before === undefined || used.has(setting) || findings.length >= MAX_FINDINGS || isBase(setting, group))
        continue
      const settings = group.settings.filter(({ name }) => name.startsWith(before))
      const params = new Map(
        settings.map(({ name, literal }) => [
          name.slice(before.length).toLowerCase(),
          constantOf(literal.value.trim()),
        ]),
      )
      const known = judge(params, setting.literal.value.trim())
      if (!known) continue
      for (const one of settings) used.add(one)
      const [client, [verifies, because, seen]] = known
      const isOpen = verifies !== 'none' && INHERITED.test(text)
      findings.push({
        what: what ?? `Settings of ${client.name}`,
        range: group.range,
        drivers: [
          verdictByCaFile(
            client,
            isOpen ? ['depends', 'It takes settings from another part of the file.'] : [verifies, because, seen],
            params,
          ),
        ],
        notes: [],
        isTaken: isTakenOver(settings),
      })
    }
  }
  return { findings, used }
}
