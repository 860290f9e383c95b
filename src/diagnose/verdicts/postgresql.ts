/** PostgreSQL: what each client makes of `sslmode` and its company. They differ, and dangerously so. */
import { libpq, PHP_RUNS, PSQL_RUNS, PSYCOPG_RUNS, RUBY_RUNS } from './postgresql-libpq.ts'
import { asyncpg, asyncpgUri, jdbc, npgsql, prisma, sqlx } from './postgresql-others.ts'
import { DISABLED, FULL, NO_FALLBACK, NO_SUCH_MODE, REQUIRE } from './postgresql-words.ts'
import { truth, type Client, type Judged, type Params } from './verdict.ts'

export interface PgClient extends Client {
  readonly judge: (params: Params, address: string, query: string) => Judged
  /** The settings that verify CA and name, in the client's own words. */
  readonly correction?: Readonly<Record<string, string>>
}

const PUBLIC_NODE =
  "node-postgres verifies against Node's public CAs: a server of the project CA is refused, and an ssl object in the code does not help, because the URI overrides it."

const nodeCompatible = (mode: string, root: string | undefined): Judged => {
  if (mode === 'prefer' || (mode === 'require' && root === undefined)) {
    const seen = mode === 'require' ? 'node-postgres-uselibpqcompat' : undefined
    return ['none', 'uselibpqcompat=true switches the check off, even if the code passes ssl: { ca }.', seen]
  }
  if (mode === 'verify-ca' && root === undefined) return ['fails', 'It throws: verify-ca wants sslrootcert.']
  if (mode === 'verify-full') return root === undefined ? ['public', PUBLIC_NODE] : ['full', FULL]
  return ['chain', 'With uselibpqcompat=true the name is not checked.']
}

const nodePostgres = (params: Params, address: string): Judged => {
  const mode = params.get('sslmode')
  const root = params.get('sslrootcert')
  if (address.includes(',')) return ['fails', 'It throws “Invalid URL”: node-postgres takes one host.']
  if (mode === 'disable') return ['plain', DISABLED]
  if (root === 'system') return ['fails', 'It throws ENOENT: it looks for a file called “system”.']
  if (mode === undefined && root === undefined) {
    if (truth(params.get('ssl')) === true) return ['public', PUBLIC_NODE]
    return params.get('ssl') === undefined || truth(params.get('ssl')) === false
      ? ['plain', 'Without sslmode node-postgres uses no TLS, unless the code passes ssl.']
      : ['unknown', 'What it makes of this value of ssl is not known here.']
  }
  if (params.get('uselibpqcompat') === 'true') return nodeCompatible(mode ?? '', root)
  if (mode === 'no-verify') return ['none', 'sslmode=no-verify switches the check off.', 'node-postgres-no-verify']
  return root === undefined
    ? ['public', PUBLIC_NODE, mode === 'require' ? 'node-postgres-sslmode-require' : undefined]
    : ['full', 'Given sslrootcert, node-postgres verifies the CA and the name.']
}

const GO_NAME =
  'This version checks the name as well, which its documentation does not promise: write verify-full, so that it stays so.'

const libPq = (params: Params, address: string, query: string): Judged => {
  if (address.includes(',')) return ['unknown', 'What it makes of several hosts depends on its version.']
  if (query.includes(';')) {
    return [
      'none',
      'Go 1.17 and later drop every setting that a semicolon touches, so sslmode falls back to require, which verifies nothing. Settings are separated by &.',
      'go-pq-semicolon',
    ]
  }
  const mode = params.get('sslmode') ?? 'require'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', DISABLED]
  if (root === 'system') return ['unknown', 'What it makes of sslrootcert=system depends on its version.']
  if (mode === 'require') {
    return root === undefined
      ? ['none', REQUIRE, 'go-pq-require']
      : [
          'depends',
          `With sslrootcert it acts like verify-ca, and checks nothing at all if that file is not there. ${GO_NAME}`,
        ]
  }
  if (mode === 'allow' || mode === 'prefer')
    return ['none', `${NO_FALLBACK} Seen with lib/pq 1.12; older versions refuse this mode.`]
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  if (root === undefined) return ['public', "Without sslrootcert it trusts the system's public CAs only."]
  return mode === 'verify-full'
    ? ['full', FULL, 'go-pq/password-project-ca']
    : ['depends', `verify-ca verifies the CA. ${GO_NAME}`]
}

const pgx = (params: Params): Judged => {
  const mode = params.get('sslmode') ?? 'prefer'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', DISABLED]
  if (mode === 'allow' || mode === 'prefer')
    return ['none', NO_FALLBACK, params.has('sslmode') ? undefined : 'pgx-nothing']
  if (root === 'system') return ['unknown', 'What it makes of sslrootcert=system depends on its version.']
  if (mode === 'require')
    return root === undefined
      ? ['none', REQUIRE, 'pgx-require']
      : ['chain', 'With sslrootcert, sslmode=require acts like verify-ca: the name is not checked.']
  if (mode === 'verify-ca')
    return root === undefined
      ? ['public', "Without sslrootcert it trusts the system's public CAs only."]
      : ['chain', 'verify-ca does not check the name.']
  if (mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  return root === undefined
    ? ['public', "Without sslrootcert it trusts the system's public CAs only."]
    : ['full', FULL, 'pgx/password-project-ca']
}

const VERIFY = { sslmode: 'verify-full', sslrootcert: 'ca.pem' } as const

const unknown = (name: string): PgClient => ({
  name,
  basis: 'unknown',
  source: '',
  judge: () => ['unknown', `How ${name} verifies with these settings is not known here.`],
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
    source: 'psql 15',
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
    basis: 'documented',
    source: 'https://www.postgresql.org/docs/current/libpq-ssl.html',
    judge: libpq(RUBY_RUNS),
    correction: VERIFY,
  },
  node: { name: 'node-postgres', basis: 'run', source: 'pg 8.23.1', judge: nodePostgres, correction: VERIFY },
  go: { name: 'Go lib/pq', basis: 'run', source: 'lib/pq 1.12.3 with Go 1.26', judge: libPq, correction: VERIFY },
  pgx: {
    name: 'pgx (Go)',
    basis: 'documented',
    source: 'https://pkg.go.dev/github.com/jackc/pgx/v5/pgconn',
    judge: pgx,
    correction: VERIFY,
  },
  jdbc: {
    name: 'pgJDBC',
    basis: 'documented',
    source: 'https://jdbc.postgresql.org/documentation/ssl/',
    judge: jdbc,
    correction: VERIFY,
  },
  asyncpg: {
    name: 'asyncpg',
    basis: 'documented',
    source: 'https://magicstack.github.io/asyncpg/current/api/',
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
  sqlx: { name: 'sqlx (Rust)', basis: 'documented', source: 'https://docs.rs/sqlx', judge: sqlx },
  postgrex: unknown('Postgrex (Elixir)'),
  tokio: unknown('tokio-postgres (Rust)'),
  r2dbc: unknown('R2DBC'),
  vertx: unknown('Vert.x'),
  other: unknown('this client'),
} satisfies Readonly<Record<string, PgClient>>
