/** Settings of PostgreSQL's clients that people copy. */
import { POSTGRESQL_PROGRAMS } from './programs-sql.ts'
import {
  TRUSTS_ANY_SERVER,
  FALLS_BACK_TO_PLAIN,
  LOCAL,
  HOST_NOT_CHECKED,
  ofMatrix,
  NOT_ENCRYPTED,
  ONLY_PUBLIC_CAS,
  traps,
} from './rows.ts'
import type { Trap } from './trap.ts'

export const POSTGRESQL_SETTINGS: readonly Trap[] = [
  ...traps('psql', POSTGRESQL_PROGRAMS.environment, [
    ['pgsslmode', 'PGSSLMODE=require', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    [
      'pgsslmode-ca',
      'PGSSLMODE=require PGSSLROOTCERT=ca.pem',
      'wrongHost',
      'leaked',
      `it then means verify-ca, so ${HOST_NOT_CHECKED}`,
    ],
    [
      'pgsslrootcert-alone',
      'PGSSLROOTCERT=ca.pem',
      'withoutTls',
      'leaked',
      `the mode stays prefer, so ${FALLS_BACK_TO_PLAIN}`,
    ],
  ]),
  ...traps('psql', ofMatrix('psql'), [
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${FALLS_BACK_TO_PLAIN}`],
  ]),
  ...traps('psycopg', ofMatrix('psycopg'), [
    ['require', 'sslmode="require"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['ca-alone', 'sslrootcert="ca.pem"', 'withoutTls', 'leaked', `the mode stays prefer, so ${FALLS_BACK_TO_PLAIN}`],
    ['verify-ca', 'sslmode="verify-ca", sslrootcert="ca.pem"', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
  ]),
  ...traps('asyncpg', ofMatrix('asyncpg'), [
    ['require', 'ssl="require"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['true', 'ssl=True', 'right', 'refused', ONLY_PUBLIC_CAS],
    ['unverified-context', 'ssl=ssl._create_unverified_context()', 'rogue', 'leaked'],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${FALLS_BACK_TO_PLAIN}`],
  ]),
  ...traps('pg8000', POSTGRESQL_PROGRAMS.pg8000, [
    ['bare-context', 'ssl_context=ssl.SSLContext()', 'rogue', 'leaked', 'a bare context verifies nothing'],
  ]),
  ...traps('sqlalchemy-psycopg', POSTGRESQL_PROGRAMS.sqlAlchemyPsycopg, [
    ['require', 'url + "?sslmode=require"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('sqlalchemy-asyncpg', POSTGRESQL_PROGRAMS.sqlAlchemyAsyncpg, [
    ['sslmode', 'url + "?sslmode=require"', 'right', 'refused', 'asyncpg has no sslmode there, only ssl', LOCAL],
    ['require', 'url + "?ssl=require"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('django-postgresql', POSTGRESQL_PROGRAMS.django, [
    ['require', '"OPTIONS": {"sslmode": "require"}', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('node-postgres', ofMatrix('node-postgres'), [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['reject-unauthorized-ca', 'ssl: { ca, rejectUnauthorized: false }', 'rogue', 'leaked', 'the CA is not used'],
    ['ssl-true', 'ssl: true', 'right', 'refused', ONLY_PUBLIC_CAS],
    ['any-name', 'ssl: { ca, checkServerIdentity: () => undefined }', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
  ]),
  ...traps('postgres-js', POSTGRESQL_PROGRAMS.postgresJs, [
    ['require', "url, { ssl: 'require' }", 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['prefer', "url, { ssl: 'prefer' }", 'withoutTls', 'leaked', FALLS_BACK_TO_PLAIN],
    ['sslmode', "url + '?sslmode=require'", 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('sequelize', POSTGRESQL_PROGRAMS.sequelize, [
    [
      'require',
      'dialectOptions: { ssl: { require: true, rejectUnauthorized: false } }',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
    ['ssl-at-top', 'ssl: true', 'withoutTls', 'leaked', `outside dialectOptions, ${NOT_ENCRYPTED}`],
  ]),
  ...traps('typeorm', POSTGRESQL_PROGRAMS.typeorm, [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['extra', 'ssl: true, extra: { ssl: { rejectUnauthorized: false } }', 'rogue', 'leaked', 'extra overrides ssl'],
  ]),
  ...traps('prisma', POSTGRESQL_PROGRAMS.prismaAdapter, [
    ['reject-unauthorized', '{ ...login, ssl: { rejectUnauthorized: false } }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
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
      `the driver adapter has no such parameter, ${NOT_ENCRYPTED}`,
    ],
  ]),
  ...traps('debezium-postgresql', POSTGRESQL_PROGRAMS.debezium, [
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${FALLS_BACK_TO_PLAIN}`],
    ['require', 'database.sslmode=require', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['verify-ca', 'database.sslmode=verify-ca;database.sslrootcert=ca.pem', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
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
    ['require', 'sslmode=require', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${FALLS_BACK_TO_PLAIN}`],
  ]),
  ...traps('gorm', POSTGRESQL_PROGRAMS.gorm, [
    ['disable', 'sslmode=disable TimeZone=Asia/Shanghai', 'withoutTls', 'leaked', NOT_ENCRYPTED],
  ]),
  ...traps('jdbc', ofMatrix('jdbc'), [
    [
      'non-validating',
      'ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
    [
      'java-trust',
      'sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory',
      'right',
      'refused',
      ONLY_PUBLIC_CAS,
    ],
    ['nothing', '', 'withoutTls', 'leaked', `that means prefer, so ${FALLS_BACK_TO_PLAIN}`],
  ]),
  ...traps('php-pdo-pgsql', POSTGRESQL_PROGRAMS.phpPdo, [
    ['require', 'sslmode=require', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('ruby-pg', POSTGRESQL_PROGRAMS.rubyPg, [
    ['require', 'sslmode: "require"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
]
