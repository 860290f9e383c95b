/** Settings of PostgreSQL's clients that people copy. */
import { POSTGRESQL_PROGRAMS } from './programs-sql.ts'
import { ENCRYPTS, WITHOUT_TLS, LOCAL, NAME, ofMatrix, PLAIN, PUBLIC, traps } from './rows.ts'
import type { Trap } from './traps.ts'

export const POSTGRESQL_SETTINGS: readonly Trap[] = [
  ...traps('psql', POSTGRESQL_PROGRAMS.environment, [
    ['pgsslmode', 'PGSSLMODE=require', 'rogue', 'leaked', ENCRYPTS],
    [
      'pgsslmode-ca',
      'PGSSLMODE=require PGSSLROOTCERT=ca.pem',
      'wrongHost',
      'leaked',
      `it then means verify-ca, so ${NAME}`,
    ],
    ['pgsslrootcert-alone', 'PGSSLROOTCERT=ca.pem', 'withoutTls', 'leaked', `the mode stays prefer, so ${WITHOUT_TLS}`],
  ]),
  ...traps('psql', ofMatrix('psql'), [['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${WITHOUT_TLS}`]]),
  ...traps('psycopg', ofMatrix('psycopg'), [
    ['require', 'sslmode="require"', 'rogue', 'leaked', ENCRYPTS],
    ['ca-alone', 'sslrootcert="ca.pem"', 'withoutTls', 'leaked', `the mode stays prefer, so ${WITHOUT_TLS}`],
    ['verify-ca', 'sslmode="verify-ca", sslrootcert="ca.pem"', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('asyncpg', ofMatrix('asyncpg'), [
    ['require', 'ssl="require"', 'rogue', 'leaked', ENCRYPTS],
    ['true', 'ssl=True', 'right', 'refused', PUBLIC],
    ['unverified-context', 'ssl=ssl._create_unverified_context()', 'rogue', 'leaked'],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${WITHOUT_TLS}`],
  ]),
  ...traps('pg8000', POSTGRESQL_PROGRAMS.pg8000, [
    ['bare-context', 'ssl_context=ssl.SSLContext()', 'rogue', 'leaked', 'a bare context verifies nothing'],
  ]),
  ...traps('sqlalchemy-psycopg', POSTGRESQL_PROGRAMS.sqlAlchemyPsycopg, [
    ['require', 'url + "?sslmode=require"', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('sqlalchemy-asyncpg', POSTGRESQL_PROGRAMS.sqlAlchemyAsyncpg, [
    ['sslmode', 'url + "?sslmode=require"', 'right', 'refused', 'asyncpg has no sslmode there, only ssl', LOCAL],
    ['require', 'url + "?ssl=require"', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('django-postgresql', POSTGRESQL_PROGRAMS.django, [
    ['require', '"OPTIONS": {"sslmode": "require"}', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('node-postgres', ofMatrix('node-postgres'), [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
    ['reject-unauthorized-ca', 'ssl: { ca, rejectUnauthorized: false }', 'rogue', 'leaked', 'the CA is not used'],
    ['ssl-true', 'ssl: true', 'right', 'refused', PUBLIC],
    ['any-name', 'ssl: { ca, checkServerIdentity: () => undefined }', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('postgres-js', POSTGRESQL_PROGRAMS.postgresJs, [
    ['require', "url, { ssl: 'require' }", 'rogue', 'leaked', ENCRYPTS],
    ['prefer', "url, { ssl: 'prefer' }", 'withoutTls', 'leaked', WITHOUT_TLS],
    ['sslmode', "url + '?sslmode=require'", 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('sequelize', POSTGRESQL_PROGRAMS.sequelize, [
    ['require', 'dialectOptions: { ssl: { require: true, rejectUnauthorized: false } }', 'rogue', 'leaked', ENCRYPTS],
    ['ssl-at-top', 'ssl: true', 'withoutTls', 'leaked', `outside dialectOptions, ${PLAIN}`],
  ]),
  ...traps('typeorm', POSTGRESQL_PROGRAMS.typeorm, [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
    ['extra', 'ssl: true, extra: { ssl: { rejectUnauthorized: false } }', 'rogue', 'leaked', 'extra overrides ssl'],
  ]),
  ...traps('prisma', POSTGRESQL_PROGRAMS.prismaAdapter, [
    ['reject-unauthorized', '{ ...login, ssl: { rejectUnauthorized: false } }', 'rogue', 'leaked', ENCRYPTS],
    ['require', "{ connectionString: url + '?sslmode=require', ssl: { ca } }", 'right', 'refused', 'the string wins'],
    [
      'no-verify',
      "{ connectionString: url + '?sslmode=no-verify', ssl: { ca } }",
      'rogue',
      'leaked',
      'the string wins',
    ],
    [
      'sslaccept',
      "{ connectionString: url + '?sslaccept=strict' }",
      'withoutTls',
      'leaked',
      `the driver adapter has no such parameter, ${PLAIN}`,
    ],
  ]),
  ...traps('debezium-postgresql', POSTGRESQL_PROGRAMS.debezium, [
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${WITHOUT_TLS}`],
    ['require', 'database.sslmode=require', 'rogue', 'leaked', ENCRYPTS],
    ['verify-ca', 'database.sslmode=verify-ca;database.sslrootcert=ca.pem', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('knex', POSTGRESQL_PROGRAMS.knex, [
    [
      'no-verify',
      "connectionString: url + '?sslmode=no-verify', ssl: { ca }",
      'rogue',
      'leaked',
      'the string overrides it',
    ],
  ]),
  ...traps('pgx', ofMatrix('pgx'), [
    ['require', 'sslmode=require', 'rogue', 'leaked', ENCRYPTS],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${WITHOUT_TLS}`],
  ]),
  ...traps('gorm', POSTGRESQL_PROGRAMS.gorm, [
    ['disable', 'sslmode=disable TimeZone=Asia/Shanghai', 'withoutTls', 'leaked', PLAIN],
  ]),
  ...traps('jdbc', ofMatrix('jdbc'), [
    ['non-validating', 'ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory', 'rogue', 'leaked', ENCRYPTS],
    [
      'java-trust',
      'sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory',
      'right',
      'refused',
      PUBLIC,
    ],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${WITHOUT_TLS}`],
  ]),
  ...traps('php-pdo-pgsql', POSTGRESQL_PROGRAMS.phpPdo, [['require', 'sslmode=require', 'rogue', 'leaked', ENCRYPTS]]),
  ...traps('ruby-pg', POSTGRESQL_PROGRAMS.rubyPg, [['require', 'sslmode: "require"', 'rogue', 'leaked', ENCRYPTS]]),
]
