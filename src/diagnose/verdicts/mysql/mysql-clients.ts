/** Which MySQL client reads a string. */
import { lookup } from '../../../lib/lookup.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import { MYSQL, type MysqlClient } from './mysql.ts'
import { OTHER_PROGRAMS, type Place } from '../place.ts'

const BY_LANGUAGE: Readonly<Record<string, MysqlClient | undefined>> = {
  javascript: MYSQL.mysql2,
  go: MYSQL.go,
  php: MYSQL.pdo,
  ruby: MYSQL.ruby,
  csharp: MYSQL.dotnet,
}

const BY_DIALECT: Readonly<Record<string, MysqlClient>> = {
  pymysql: MYSQL.pymysql,
  aiomysql: MYSQL.aiomysql,
  asyncmy: MYSQL.asyncmy,
  mysqldb: MYSQL.mysqlclient,
  mysqlconnector: MYSQL.mysqlConnector,
}

/** The clients that may read a string: one, or several where nothing tells which. */
export const mysqlClients = ({ kind, scheme, params }: ConnectionString, place: Place): readonly MysqlClient[] => {
  // Metabase reads both with a driver of its own choice.
  if (place.name.endsWith('MB_DB_CONNECTION_URI')) return [MYSQL.other]
  if (scheme === 'mysql2') return [MYSQL.ruby]
  if (scheme === 'trilogy') return [MYSQL.trilogy]
  if (scheme.startsWith('dbi:')) return [MYSQL.perl]
  if (scheme === 'jdbc:mysql') return [MYSQL.connectorJ]
  if (scheme === 'jdbc:mariadb') return [MYSQL.mariadbJ]
  if (/^(?:r2dbc|vertx)/.test(scheme)) return [MYSQL.other]
  if (OTHER_PROGRAMS.test(place.holder)) return [MYSQL.other]
  if (kind === 'dsn') return [MYSQL.go]
  if (kind === 'pdo') return [MYSQL.pdo]
  if (kind === 'dotnet') return [MYSQL.dotnet]
  const dialect = /\+(\w+)$/.exec(scheme)?.[1]
  if (dialect !== undefined) return [lookup(BY_DIALECT, dialect) ?? MYSQL.other]
  if (params.has('sslaccept') || params.has('sslidentity') || /\bPrisma/.test(place.words)) return [MYSQL.prisma]
  if (params.has('serverversion')) return [MYSQL.doctrine]
  // JSON as the value is for Node.js: mysql2 is the one that was read.
  if (/^\s*\{/.test(params.get('ssl') ?? '')) return [MYSQL.mysql2]
  if (place.holder.startsWith('mysqlsh') || scheme === 'mysqlx') return [MYSQL.shell]
  if (place.language === 'javascript' && /(?:^|\.)create(?:Pool|Connection)$/.test(place.holder)) return [MYSQL.mysql2]
  if (/\b(?:knex|Sequelize|DataSource|drizzle)\b/.test(place.words)) return [MYSQL.other]
  if (place.language === 'rust' && /\bsqlx\b|MySqlPool/.test(place.words)) return [MYSQL.sqlx]
  if (place.container === 'code') return [BY_LANGUAGE[place.language] ?? MYSQL.other]
  const isNamed = (name: string) => place.said?.uses.includes(name) === true
  if (place.language === 'javascript' || isNamed('mysql2')) return [MYSQL.mysql2]
  return isNamed('other-mysql') ? [MYSQL.other] : [MYSQL.shell, MYSQL.mysql2]
}
