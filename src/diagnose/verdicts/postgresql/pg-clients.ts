/** Which PostgreSQL client reads a string: from what only that client uses. */
import type { ConnectionString } from '../../settings/connection-string.ts'
import { PG, type PgClient } from './postgresql.ts'
import type { Place } from '../place.ts'

/** Clients of addresses, by the names of sentences. */
const BY_NAME: readonly (readonly [name: string, client: PgClient])[] = [
  ['asyncpg', PG.asyncpgUri],
  ['psycopg', PG.psycopg],
  ['node-postgres', PG.node],
  ['postgres.js', PG.postgresJs],
  ['lib/pq', PG.go],
  ['pgx', PG.pgx],
  ['prisma', PG.prisma],
  ['sqlx', PG.sqlx],
  ['postgrex', PG.postgrex],
]

/** Those that a sentence names; else those that people mostly have, but for what a sentence excludes. */
const bySentences = ({ said }: Place): readonly PgClient[] => {
  const uses = BY_NAME.filter(([name]) => said?.uses.includes(name) === true).map(([, client]) => client)
  const excluded = new Set(
    BY_NAME.filter(([name]) => said?.excludes.includes(name) === true).map(([, client]) => client),
  )
  return uses.length > 0 ? uses : [PG.libpq, PG.node, PG.go].filter((client) => !excluded.has(client))
}

/** Signs of a client among the words of a document, the most telling first. */
const BY_WORDS: readonly (readonly [sign: RegExp, client: PgClient, language?: string])[] = [
  [/\bdatasource db\b/, PG.prismaSchema],
  [/\bPrismaPg\b/, PG.node],
  [/\bPrisma/, PG.prisma],
  [/\bfrom databases import\b|\bdatabases \. Database\b|\btortoise\b/, PG.other, 'python'],
  [/\basyncpg\b|create_async_engine|\bfrom gino\b|\bGino \(/, PG.asyncpgUri],
  [/\bpsycopg2?\b|\bcreate_engine\b|django|\bdj_database_url\b|\b(?:playhouse|peewee)\b/, PG.psycopg],
  [/\bpgx\w*\b|\bgorm\b/, PG.pgx, 'go'],
  [/\bdiesel\b|\bPgConnection :: establish\b/, PG.libpq, 'rust'],
  [/\bsea_orm\b|\bsqlx\b|\bsqlx_logging\b|PgConnectOptions|PgPool/, PG.sqlx, 'rust'],
  [/tokio_postgres|deadpool_postgres/, PG.tokio],
  [/\bNpgsql/, PG.npgsql],
  [/\bPostgrex\b|\bEcto\b|\bRepo\b/, PG.postgrex, 'elixir'],
  [/\bpg_connect\b|\bPDO\b|Doctrine/, PG.php],
  [/\bPG \. connect|\bActiveRecord\b/, PG.ruby],
  [
    /\bknex\b|\bSequelize\b|\bDataSource\b|\bdrizzle\b|\bpostgres \(|\bSlonik\b|MikroORM|\bpgp\b|\bnew SQL \(|\bneon \(/,
    PG.other,
    'javascript',
  ],
  [/\b(?:Pool|Client|pg)\b/, PG.node, 'javascript'],
]

const PROGRAMS: readonly (readonly [program: RegExp, client: PgClient])[] = [
  [/^(?:psql|pg_dump|pg_restore|pg_isready|pgbench|createdb)$/, PG.psql],
  [/^(?:pgcli|airflow)$/, PG.psycopg],
  [/^(?:usql|dbmate|migrate)$/, PG.go],
  [/^goose$/, PG.pgx],
  [/^pgloader$/, PG.other],
  // Sections of Telegraf.
  [/^(?:outputs|inputs)\.postgresql(?:_extensible)?$/, PG.pgx],
]

/** Variables that one program alone reads. */
const BY_VARIABLE: readonly (readonly [name: RegExp, client: PgClient])[] = [
  [/(?:^|\.)AIRFLOW_(?:CONN_|_\w+__SQL_ALCHEMY_CONN$)/, PG.psycopg],
  [/(?:^|\.)MB_DB_CONNECTION_URI$/, PG.jdbc],
  // Mattermost, Hasura, PostgREST.
  [/(?:^|\.)(?:MM_SQLSETTINGS_DATASOURCE|SqlSettings\.DataSource)$/, PG.go],
  [/(?:^|\.)(?:HASURA_GRAPHQL_(?:METADATA_)?DATABASE_URL|PGRST_DB_URI|db-uri)$/, PG.libpq],
]

const byScheme = (scheme: string): PgClient | undefined => {
  if (scheme.startsWith('jdbc:')) return PG.jdbc
  if (scheme.startsWith('r2dbc:')) return PG.r2dbc
  if (scheme.startsWith('vertx')) return PG.vertx
  if (scheme === 'ecto') return PG.postgrex
  if (scheme === 'dbi:pg') return PG.perl
  const dialect = /\+(\w+)$/.exec(scheme)?.[1]
  if (dialect === undefined) return undefined
  if (/^psycopg2?$/.test(dialect)) return PG.psycopg
  return dialect === 'asyncpg' ? PG.asyncpg : PG.other
}

/** The clients that may read a string: one, several where nothing tells which, and what to say then. */
export const pgClients = ({ kind, scheme, params }: ConnectionString, place: Place): readonly PgClient[] => {
  const own = byScheme(scheme)
  if (own) return [own]
  const program = BY_VARIABLE.find(([name]) => name.test(place.name))
  if (program) return [program[1]]
  if (kind === 'dotnet') return [PG.npgsql]
  if (kind === 'pdo') return [PG.php]
  if (params.has('serverversion')) return [PG.doctrine]
  if (
    ['sslaccept', 'sslidentity', 'sslpassword', 'connection_limit', 'pgbouncer', 'schema'].some((name) =>
      params.has(name),
    ) &&
    !params.has('sslrootcert')
  ) {
    if (
      params.has('sslaccept') ||
      params.has('sslidentity') ||
      params.has('pgbouncer') ||
      params.has('connection_limit')
    )
      return [PG.prisma]
  }
  // libpq and lib/pq refuse this name; without one of its other words, Prisma isn't sure.
  if (params.has('schema') && !params.has('sslrootcert') && place.container !== 'code') return [PG.prisma, PG.node]
  if (place.language === 'javascript' && place.holder === 'postgres') return [PG.postgresJs]
  if (place.isOther === true) return [PG.other]
  if (place.isPg === true && /^new (?:\w+\.)?(?:Pool|Client|PrismaPg)$/.test(place.holder)) return [PG.node]
  const started = PROGRAMS.find(([name]) => name.test(place.holder))
  if (started) return [started[1]]
  if (place.beside.some((word) => /^migrate\/migrate(?::|$)/.test(word))) return [PG.go]
  if (place.language === 'go' || place.beside.includes('pgx')) {
    if (place.beside.includes('pgx')) return [PG.pgx]
    if (place.beside.includes('postgres')) return [PG.go]
  }
  const sign =
    place.container === 'code'
      ? BY_WORDS.find(
          ([pattern, , language]) =>
            (language ?? place.language) === place.language && pattern.test(`${place.holder} ${place.words}`),
        )
      : undefined
  if (sign) return [sign[1]]
  if (place.language === 'sql') return [PG.libpq]
  if (place.language === 'csharp') return [PG.npgsql]
  if (place.language === 'elixir') return [PG.postgrex]
  if (place.language === 'python') return kind === 'keywords' ? [PG.psycopg] : [PG.psycopg, PG.asyncpgUri]
  if (place.language === 'go') return [PG.go, PG.pgx]
  if (place.language === 'java' || place.language === 'kotlin') return [PG.other]
  if (place.language === 'php') return [PG.php]
  if (place.language === 'ruby') return [PG.ruby]
  if (place.language === 'rust') return kind === 'keywords' ? [PG.tokio] : [PG.sqlx, PG.tokio]
  if (place.language === 'javascript') return [PG.node]
  if (kind === 'keywords') return [PG.libpq, PG.go]
  return bySentences(place)
}
