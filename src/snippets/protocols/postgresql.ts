/** Clients of PostgreSQL, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { asyncpg } from '../guides/asyncpg.ts'
import { djangoPostgresql } from '../guides/django.ts'
import { dbeaver, pgadmin } from '../guides/forms.ts'
import { gorm, pgx } from '../guides/go-postgresql.ts'
import { goPq } from '../guides/go-pq.ts'
import { hikari } from '../guides/java-sql.ts'
import { jdbc } from '../guides/jdbc.ts'
import { laravelPostgresql } from '../guides/laravel.ts'
import { nodePostgres } from '../guides/node-postgres.ts'
import { drizzle, knex, postgresJs, prisma, sequelize, typeorm } from '../guides/node-sql.ts'
import { npgsql } from '../guides/npgsql.ts'
import { pg8000 } from '../guides/pg8000.ts'
import { phpPdoPgsql } from '../guides/php-pdo-pgsql.ts'
import { postgrex } from '../guides/postgrex.ts'
import { psql } from '../guides/psql.ts'
import { psycopg } from '../guides/psycopg.ts'
import { psycopg2 } from '../guides/psycopg2.ts'
import { rails, rubyPg } from '../guides/ruby.ts'
import { sqlxPostgresql, tokioPostgres } from '../guides/rust-sql.ts'
import { springPostgresql } from '../guides/spring-boot.ts'
import { sqlalchemyAsyncpg, sqlalchemyPsycopg } from '../guides/sqlalchemy.ts'

export const POSTGRESQL: readonly Guide[] = [
  psql,
  nodePostgres,
  psycopg,
  jdbc,
  springPostgresql,
  djangoPostgresql,
  sqlalchemyPsycopg,
  pgx,
  phpPdoPgsql,
  dbeaver,
  pgadmin,
  rails,
  npgsql,
  laravelPostgresql,
  postgrex,
  sqlxPostgresql,
  postgresJs,
  drizzle,
  prisma,
  knex,
  sequelize,
  typeorm,
  psycopg2,
  asyncpg,
  sqlalchemyAsyncpg,
  pg8000,
  goPq,
  gorm,
  hikari,
  tokioPostgres,
  rubyPg,
]
