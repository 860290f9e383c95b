/** PostgreSQL: what each driver makes of `sslmode` and its company. They differ, and dangerously so. */
import {
  driverVerdict,
  NOT_RUN,
  readUri,
  unknownClient,
  withParams,
  type ConnectionCheck,
  type DriverVerdict,
  type Judged,
  type UriParts,
} from './connection.ts'

type Params = ReadonlyMap<string, string>

const RUN = {
  libpq: 'psql 15, run',
  node: 'pg 8.23.1, run and read',
  go: 'lib/pq 1.10.7 with Go 1.19, run and read',
} as const

const REQUIRE = 'sslmode=require encrypts, and takes any server that answers: the password goes to an impostor as well.'
const NO_FALLBACK = 'It encrypts only if the server offers to: whoever stands between gets the password in the clear.'

const libpq = (params: Params): Judged => {
  const mode = params.get('sslmode') ?? 'prefer'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', 'sslmode=disable switches TLS off.']
  if (mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'require') {
    return root === undefined
      ? [
          'none',
          `${REQUIRE} (Only where a root.crt happens to lie in ~/.postgresql does it verify, against that.)`,
          'psql-require',
        ]
      : ['chain', 'With sslrootcert, sslmode=require acts like verify-ca: the name is not checked.']
  }
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', 'libpq knows no such sslmode.']
  if (root === 'system') {
    return mode === 'verify-full'
      ? ['public', 'sslrootcert=system trusts public CAs only, and needs libpq 16.']
      : ['fails', 'With sslrootcert=system, libpq takes sslmode=verify-full alone.']
  }
  if (root === undefined) {
    return [
      'depends',
      'Without sslrootcert it reads ~/.postgresql/root.crt, and refuses to connect if that is not there.',
    ]
  }
  return mode === 'verify-full'
    ? ['full', 'It verifies the CA and the name.', 'psql/password-project-ca']
    : ['chain', 'verify-ca does not check the name: any server of the same project will do.', 'psql-verify-ca']
}

const PUBLIC_NODE =
  "node-postgres verifies against Node's public CAs: a server of the project CA is refused, and an ssl object in the code does not help, because the URI overrides it."

const nodeCompatible = (mode: string, root: string | undefined): Judged => {
  if (mode === 'prefer' || (mode === 'require' && root === undefined)) {
    const seen = mode === 'require' ? 'node-postgres-uselibpqcompat' : undefined
    return ['none', 'uselibpqcompat=true switches the check off, even if the code passes ssl: { ca }.', seen]
  }
  if (mode === 'verify-ca' && root === undefined) return ['fails', 'It throws: verify-ca wants sslrootcert.']
  if (mode === 'verify-full') {
    return root === undefined ? ['public', PUBLIC_NODE] : ['full', 'It verifies the CA and the name.']
  }
  return ['chain', 'With uselibpqcompat=true the name is not checked.']
}

const nodePostgres = (params: Params, address: string): Judged => {
  const mode = params.get('sslmode')
  const root = params.get('sslrootcert')
  if (address.includes(',')) return ['fails', 'It throws “Invalid URL”: node-postgres takes one host.']
  if (root === 'system' && mode !== 'disable') return ['fails', 'It throws: it looks for a file called “system”.']
  if (mode === 'disable') return ['plain', 'sslmode=disable switches TLS off.']
  if (mode === undefined && root === undefined) {
    return /^(true|1)$/.test(params.get('ssl') ?? '')
      ? ['public', PUBLIC_NODE]
      : ['plain', 'Without sslmode node-postgres uses no TLS, unless the code passes ssl.']
  }
  if (params.get('uselibpqcompat') === 'true') return nodeCompatible(mode ?? '', root)
  if (mode === 'no-verify') return ['none', 'sslmode=no-verify switches the check off.', 'node-postgres-no-verify']
  return root === undefined
    ? ['public', PUBLIC_NODE, mode === 'require' ? 'node-postgres-sslmode-require' : undefined]
    : ['full', 'Given sslrootcert, node-postgres verifies the CA and the name.']
}

const GO_NAME =
  'This version checks the name as well, which its documentation does not promise: write verify-full, so that it stays so.'

const libPq = (params: Params, query: string): Judged => {
  if (query.includes(';')) {
    return [
      'none',
      'Go 1.17 and later drop every setting that a semicolon touches, so sslmode falls back to require, which verifies nothing. Settings are separated by &.',
      'go-pq-semicolon',
    ]
  }
  const mode = params.get('sslmode') ?? 'require'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', 'sslmode=disable switches TLS off.']
  if (mode === 'require') {
    return root === undefined
      ? ['none', REQUIRE, 'go-pq-require']
      : [
          'depends',
          `With sslrootcert it acts like verify-ca, and checks nothing at all if that file is not there. ${GO_NAME}`,
        ]
  }
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', 'lib/pq knows no such sslmode.']
  if (root === undefined) return ['public', "Without sslrootcert it trusts the system's public CAs only."]
  return mode === 'verify-full'
    ? ['full', 'It verifies the CA and the name.', 'go-pq/password-project-ca']
    : ['depends', `verify-ca verifies the CA. ${GO_NAME}`]
}

const jdbc = (params: Params): Judged => {
  const mode = params.get('sslmode') ?? (params.get('ssl') === 'true' ? 'verify-full' : 'prefer')
  const factory = params.get('sslfactory')
  if (/NonValidating/i.test(factory ?? '')) return ['none', 'NonValidatingFactory switches the check off.']
  if (factory !== undefined && mode !== 'disable') {
    return factory.endsWith('DefaultJavaSSLFactory')
      ? ['public', "DefaultJavaSSLFactory trusts Java's public CAs only: a server of the project CA is refused."]
      : ['depends', 'A class of its own decides (sslfactory); what it does is not known here.']
  }
  if (mode === 'disable') return ['plain', 'sslmode=disable switches TLS off.']
  if (mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'require')
    return ['none', 'sslmode=require encrypts and verifies nothing; pgJDBC ignores sslrootcert then.', 'jdbc-require']
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', 'pgJDBC knows no such sslmode.']
  if (!params.has('sslrootcert')) {
    return [
      'depends',
      'Without sslrootcert it reads ~/.postgresql/root.crt, and refuses to connect if that is not there.',
      params.has('sslmode') ? undefined : 'jdbc-ssl-true-stray-root-crt',
    ]
  }
  return mode === 'verify-full'
    ? ['full', 'It verifies the CA and the name.', 'jdbc/password-project-ca']
    : ['chain', 'verify-ca does not check the name: any server of the same project will do.']
}

const LIBPQ = 'libpq (psql, psycopg, PHP, Ruby)'
const CORRECTION = { sslmode: 'verify-full', sslrootcert: 'ca.pem' } as const
const OBSOLETE = ['uselibpqcompat', 'ssl', 'sslfactory']

const check = (
  what: string,
  text: string,
  drivers: readonly DriverVerdict[],
  corrected: string | undefined,
): ConnectionCheck => ({
  what,
  text,
  drivers,
  corrected: drivers.every(({ verifies }) => verifies === 'full') ? undefined : corrected,
  notes: [],
})

const checkUri = (text: string, uri: UriParts): ConnectionCheck => {
  const { params, query, scheme } = uri
  const corrected = withParams(uri, CORRECTION, OBSOLETE)
  if (scheme.startsWith('jdbc')) {
    const drivers = [driverVerdict('pgJDBC', NOT_RUN, jdbc(params))]
    return check('PostgreSQL JDBC URL', text, drivers, corrected)
  }
  return check(
    'PostgreSQL connection string',
    text,
    [
      driverVerdict(LIBPQ, RUN.libpq, libpq(params)),
      driverVerdict('node-postgres', RUN.node, nodePostgres(params, uri.address)),
      driverVerdict('Go lib/pq', RUN.go, libPq(params, query)),
    ],
    corrected,
  )
}

export const checkPostgresUri = (text: string): ConnectionCheck | undefined => {
  const uri = readUri(text)
  if (!uri || !/^(jdbc:)?postgres(ql)?(\+\w+)?$/.test(uri.scheme)) return undefined
  if (/\+psycopg2?$/.test(uri.scheme)) {
    return check('SQLAlchemy URL', text, [driverVerdict('psycopg', RUN.libpq, libpq(uri.params))], undefined)
  }
  // Other dialects and Prisma read settings of their own.
  return uri.scheme.includes('+') || uri.params.has('sslaccept')
    ? unknownClient('PostgreSQL', text)
    : checkUri(text, uri)
}

/** `host=… dbname=… sslmode=…`, as libpq, lib/pq and PHP's `pgsql:` take it. */
export const checkPostgresKeywords = (text: string): ConnectionCheck | undefined => {
  const pairs = [...text.matchAll(/\b([a-z_]+)\s*=\s*('[^']*'|[^\s;'"]+)/gi)]
  const params = new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value.replace(/^'|'$/g, '')]))
  if (!params.has('host') || !(params.has('dbname') || params.has('sslmode')) || /\bmysql:/.test(text)) return undefined
  const isPhp = /\bpgsql:/.test(text)
  const drivers = [driverVerdict(isPhp ? 'PHP PDO' : LIBPQ, RUN.libpq, libpq(params))]
  if (!isPhp) drivers.push(driverVerdict('Go lib/pq', RUN.go, libPq(params, '')))
  return check('PostgreSQL connection parameters', text, drivers, undefined)
}
