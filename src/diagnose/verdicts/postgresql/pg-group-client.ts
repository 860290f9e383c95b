/** Which client of PostgreSQL reads settings that are no string. */
import type { Place } from '../place.ts'
import type { Setting } from '../../documents/document.ts'
import { valueOf } from './pg-settings.ts'
import { DBT, GRAFANA, isDbtType, TERRAFORM } from './pg-programs.ts'
import { PG, type PgClient } from './postgresql.ts'

/** Names that stand beside the settings of one program alone, and the client in it. */
const SIGNS: readonly (readonly [name: RegExp, client: PgClient, holder?: RegExp])[] = [
  // The servers of pgAdmin.
  [/(?:^|\.)MaintenanceDB$/, PG.psycopg],
  [/^(?:db_host|db_sslmode|addons_path|admin_passwd)$/, PG.psycopg, /^options$/],
  // Omnibus packages of GitLab.
  [/^gitlab_rails\[/, PG.ruby],
  // HikariCP's own file: the driver's data source has setters of these names.
  [/^dataSource\.ssl(?:Mode|RootCert)$/, PG.jdbc],
  [/(?:^|\.)doctrine\.dbal\.|^dbal\./, PG.doctrine],
]

const bySign = (container: string, holder: string, settings: readonly Setting[]): PgClient | undefined => {
  // Synapse names its driver so.
  if (
    container === 'yaml' &&
    settings.some(({ name, literal }) => /(?:^|\.)name$/.test(name) && literal.value === 'psycopg2')
  )
    return PG.psycopg
  // Of Rails: its files of settings are templates.
  if (container === 'yaml' && settings.some(({ literal }) => literal.value.startsWith('<%='))) return PG.ruby
  return SIGNS.find(
    ([sign, , place]) => (place?.test(holder) ?? true) && settings.some(({ name }) => sign.test(name)),
  )?.[1]
}

/** Programs that start others, elsewhere: their own variables reach nobody unless they are handed on. */
const CARRIERS = /^(?:docker|podman|kubectl|helm)$/

/** Which client reads settings of PostgreSQL that are no string. */
export const pgClientOf = (place: Place, settings: readonly Setting[]): PgClient | undefined => {
  const { holder, language, container, words } = place
  const engine = valueOf(settings, /(?:engine|adapter|driver|dbtype|connection|type|dialect)$/) ?? ''
  if (holder === 'provider postgresql') return TERRAFORM
  // A foreign server of PostgreSQL.
  if (language === 'sql' && holder === 'OPTIONS') return PG.libpq
  if (container === 'yaml' && settings.some(isDbtType)) return DBT
  if (/psycopg|psycopg2/.test(holder)) return PG.psycopg
  // peewee hands them on.
  if (language === 'python' && /(?:^|\.)(?:Pooled)?Postgresql(?:Ext)?Database$/.test(holder)) return PG.psycopg
  if (/asyncpg/.test(holder)) return PG.asyncpg
  if (settings.some(({ name }) => /(?:^|\.)PGSSL/.test(name))) return CARRIERS.test(holder) ? undefined : PG.libpq
  if (container === 'ini' && settings.some(({ name }) => /^ssl(?:mode|rootcert)$/i.test(name))) return PG.libpq
  if (language === 'php') return PG.php
  if (language === 'csharp' && /Npgsql/.test(holder)) return PG.npgsql
  if (
    /^postgres(?:ql)?$/.test(engine) &&
    container === 'yaml' &&
    settings.some(({ name }) => /(?:^|\.)adapter$/.test(name))
  )
    return PG.ruby
  if (settings.some(({ name }) => /jsonData|secureJsonData/.test(name))) return GRAFANA
  if (
    /debezium|PostgresConnector/i.test(valueOf(settings, /(?:connector|spec|^)class$/) ?? '') ||
    ((language === 'java' || language === 'kotlin') && /DriverManager|Properties/.test(words))
  )
    return PG.jdbc
  if (language === 'python' && /psycopg|create_engine/.test(words)) return PG.psycopg
  if (language === 'ruby') return PG.ruby
  return bySign(container, holder, settings)
}
