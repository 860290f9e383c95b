/** PostgreSQL: what each client makes of `sslmode` and its company. They differ, and dangerously so. */
import { FULL, FULL_WORDS } from '../common-words.ts'
import { libpq, PHP_RUNS, PSQL_RUNS, PSYCOPG_RUNS, RUBY_RUNS } from './postgresql-libpq.ts'
import { asyncpg, asyncpgUri, jdbc, npgsql, prisma, prismaSchema, r2dbc, vertx } from './postgresql-others.ts'
import { postgresJs } from './postgres-js.ts'
import { DISABLED, NO_FALLBACK, NO_SUCH_MODE, REQUIRE } from './postgresql-words.ts'
import { sqlxPostgres } from '../languages/sqlx.ts'
import { truth, type Client, type Judged, type Params } from '../verdict.ts'

export interface PgClient extends Client {
  readonly judge: (params: Params, address: string, query: string) => Judged
  /** The settings that verify CA and name, in the client's own words. */
  readonly correction?: Readonly<Record<string, string>>
}

const PUBLIC_NODE =
  'node-postgres trusts Node.js’s public CAs: servers signed by the project CA are rejected. An ssl object in the code doesn’t help, because the URI overrides it.'

const nodeCompatible = (mode: string, root: string | undefined): Judged => {
  if (mode === 'prefer' || (mode === 'require' && root === undefined)) {
    const seen = mode === 'require' ? 'node-postgres-uselibpqcompat' : undefined
    return ['none', 'uselibpqcompat=true turns verification off, even if the code passes ssl: { ca }.', seen]
  }
  if (mode === 'verify-ca' && root === undefined) return ['fails', 'It throws: verify-ca needs sslrootcert.']
  if (mode === 'verify-full') return root === undefined ? ['public', PUBLIC_NODE] : FULL
  return ['chain', 'With uselibpqcompat=true, the host name isn’t checked.']
}

const nodePostgres = (params: Params, address: string): Judged => {
  const mode = params.get('sslmode')
  const root = params.get('sslrootcert')
  if (address.includes(',')) return ['fails', 'It throws “Invalid URL”: node-postgres accepts only one host.']
  if (mode === 'disable') return ['plain', DISABLED]
  if (root === 'system') return ['fails', 'It throws ENOENT: it looks for a file called “system”.']
  if (mode === undefined && root === undefined) {
    if (truth(params.get('ssl')) === true) return ['public', PUBLIC_NODE]
    return params.get('ssl') === undefined || truth(params.get('ssl')) === false
      ? ['plain', 'Without sslmode, node-postgres doesn’t use TLS unless the code passes ssl.']
      : ['unknown', 'It’s not known what it does with this value of ssl.']
  }
  if (params.get('uselibpqcompat') === 'true') return nodeCompatible(mode ?? '', root)
  if (mode === 'no-verify') return ['none', 'sslmode=no-verify turns verification off.', 'node-postgres-no-verify']
  return root === undefined
    ? ['public', PUBLIC_NODE, mode === 'require' ? 'node-postgres-sslmode-require' : undefined]
    : ['full', 'With sslrootcert, node-postgres verifies the CA and the host name.']
}

const GO_NAME =
  'This version checks the host name too, which its documentation doesn’t promise. Write verify-full to be sure.'

const libPq = (params: Params, address: string, query: string): Judged => {
  if (address.includes(',')) return ['unknown', 'What it does with several hosts depends on the version.']
  const dropped = query.split('&').filter((pair) => pair.includes(';'))
  if (dropped.some((pair) => /\bsslmode=/.test(pair))) {
    return [
      'none',
      'Go 1.17 and later drop every setting next to a semicolon, so sslmode falls back to require, which verifies nothing. Separate settings with &.',
      'go-pq-semicolon',
    ]
  }
  if (dropped.length > 0)
    return ['depends', 'Go 1.17 and later drop every setting next to a semicolon. Separate settings with &.']
  const mode = params.get('sslmode') ?? 'require'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', DISABLED]
  if (root === 'system') return ['unknown', 'What it does with sslrootcert=system depends on the version.']
  if (mode === 'require') {
    return root === undefined
      ? ['none', REQUIRE, 'go-pq-require']
      : [
          'depends',
          `With sslrootcert it acts like verify-ca, and checks nothing at all if that file is missing. ${GO_NAME}`,
        ]
  }
  if (mode === 'allow' || mode === 'prefer')
    return ['none', `${NO_FALLBACK} Seen with lib/pq 1.12; older versions reject this mode.`]
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  if (root === undefined) return ['public', 'Without sslrootcert, it trusts only the system’s public CAs.']
  return mode === 'verify-full'
    ? ['full', FULL_WORDS, 'go-pq/password-project-ca']
    : ['depends', `verify-ca verifies the CA. ${GO_NAME}`]
}

const pgx = (params: Params): Judged => {
  const mode = params.get('sslmode') ?? 'prefer'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', DISABLED]
  if (mode === 'allow' || mode === 'prefer')
    return ['none', NO_FALLBACK, params.has('sslmode') ? undefined : 'pgx-nothing']
  if (root === 'system') return ['unknown', 'What it does with sslrootcert=system depends on the version.']
  if (mode === 'require')
    return root === undefined
      ? ['none', REQUIRE, 'pgx-require']
      : ['chain', 'With sslrootcert, sslmode=require acts like verify-ca: the host name isn’t checked.']
  if (mode === 'verify-ca')
    return root === undefined
      ? ['public', 'Without sslrootcert, it trusts only the system’s public CAs.']
      : ['chain', 'verify-ca doesn’t check the host name.']
  if (mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  return root === undefined
    ? ['public', 'Without sslrootcert, it trusts only the system’s public CAs.']
    : ['full', FULL_WORDS, 'pgx/password-project-ca']
}

/** `:require` and `:"verify-full"` are what Ruby calls symbols: their text counts. */
const withoutSymbols = (params: Params): Params =>
  new Map([...params].map(([name, value]) => [name, value.replace(/^:"?([\w-]+)"?$/, '$1')]))

const VERIFY = { sslmode: 'verify-full', sslrootcert: 'ca.pem' } as const

const unknown = (name: string): PgClient => ({
  name,
  basis: 'unknown',
  source: '',
  judge: () => ['unknown', `It’s not known how ${name} verifies with these settings.`],
})

export const PG = {
  libpq: {
    name: 'libpq (psql, psycopg, PHP, Ruby)',
    basis: 'run',
    source: 'psql 15',
    judge: libpq(PSQL_RUNS),
    correction: VERIFY,
  },
  psql: { name: 'psql', basis: 'run', source: 'psql 15', judge: libpq(PSQL_RUNS), correction: VERIFY },
  psycopg: {
    name: 'psycopg (libpq)',
    basis: 'run',
    source: 'psql 15',
    judge: libpq(PSYCOPG_RUNS),
    correction: VERIFY,
  },
  php: {
    name: 'PHP PDO',
    basis: 'run',
    source: 'PHP 8.2 with libpq 15',
    judge: libpq(PHP_RUNS),
    correction: VERIFY,
  },
  doctrine: {
    name: 'Doctrine (PHP PDO)',
    basis: 'documented',
    source: 'https://www.doctrine-project.org/projects/doctrine-dbal/en/current/reference/configuration.html',
    judge: libpq({}),
    correction: VERIFY,
  },
  ruby: {
    name: 'pg (Ruby, libpq)',
    basis: 'run',
    source: 'pg 1.4.5 with libpq 15',
    judge: (params) => libpq(RUBY_RUNS)(withoutSymbols(params)),
    correction: VERIFY,
  },
  perl: {
    name: 'DBD::Pg (Perl, libpq)',
    basis: 'documented',
    source: 'https://metacpan.org/pod/DBD::Pg#connect',
    judge: libpq({}),
    correction: VERIFY,
  },
  node: { name: 'node-postgres', basis: 'run', source: 'pg 8.23.1', judge: nodePostgres, correction: VERIFY },
  postgresJs: { name: 'postgres.js', basis: 'run', source: 'postgres 3.4.9', judge: postgresJs },
  go: { name: 'Go lib/pq', basis: 'run', source: 'lib/pq 1.12.3 with Go 1.26', judge: libPq, correction: VERIFY },
  pgx: {
    name: 'pgx (Go)',
    basis: 'run',
    source: 'jackc/pgx 5.12.0',
    judge: pgx,
    correction: VERIFY,
  },
  jdbc: {
    name: 'pgJDBC',
    basis: 'run',
    source: 'PostgreSQL JDBC Driver 42.7.14',
    judge: jdbc,
    correction: VERIFY,
  },
  asyncpg: {
    name: 'asyncpg',
    basis: 'run',
    source: 'asyncpg 0.32.0',
    judge: asyncpg,
  },
  asyncpgUri: {
    name: 'asyncpg',
    basis: 'run',
    source: 'asyncpg 0.32.0',
    judge: asyncpgUri,
    correction: { sslmode: 'verify-full', sslrootcert: 'ca.pem' },
  },
  npgsql: {
    name: 'Npgsql (.NET)',
    basis: 'documented',
    source: 'https://www.npgsql.org/doc/security.html',
    judge: npgsql,
    correction: { 'SSL Mode': 'VerifyFull', 'Root Certificate': 'ca.pem' },
  },
  prisma: {
    name: 'Prisma',
    basis: 'documented',
    source: 'https://www.prisma.io/docs/orm/overview/databases/postgresql',
    judge: prisma,
  },
  prismaSchema: {
    name: 'Prisma',
    basis: 'documented',
    source: 'https://www.prisma.io/docs/orm/overview/databases/postgresql',
    judge: prismaSchema,
  },
  sqlx: { name: 'sqlx (Rust)', basis: 'run', source: 'sqlx 0.9.0', judge: sqlxPostgres },
  postgrex: unknown('Postgrex (Elixir)'),
  tokio: {
    ...unknown('tokio-postgres (Rust)'),
    basis: 'run',
    source: 'tokio-postgres 0.7.18 with native-tls 0.2.18',
  },
  r2dbc: {
    name: 'R2DBC',
    basis: 'read',
    source: 'r2dbc-postgresql 1.1.1',
    judge: r2dbc,
  },
  vertx: { name: 'Vert.x', basis: 'read', source: 'vertx-pg-client 5.0.5', judge: vertx },
  other: unknown('this client'),
} satisfies Readonly<Record<string, PgClient>>

/** Whether libpq reads the settings, and the environment with them. */
export const isOfLibpq = (client: PgClient): boolean =>
  client === PG.psql ||
  client === PG.libpq ||
  client === PG.psycopg ||
  client === PG.php ||
  client === PG.ruby ||
  client === PG.perl
