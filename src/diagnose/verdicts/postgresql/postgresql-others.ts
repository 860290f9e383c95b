/** PostgreSQL clients that read settings of their own, as they are documented. */
import { FULL, FULL_WORDS } from '../common-words.ts'
import { DISABLED, NO_FALLBACK, NO_SUCH_MODE, REQUIRE } from './postgresql-words.ts'
import { truth, type Judged, type Params } from '../verdict.ts'

/** SQLAlchemy hands the query to asyncpg.connect(), which takes `ssl` and knows no `sslmode` there. */
export const asyncpg = (params: Params): Judged => {
  if (params.has('sslmode') || params.has('sslrootcert'))
    return [
      'fails',
      'asyncpg.connect() has no argument sslmode or sslrootcert: SQLAlchemy passes it on, which raises a TypeError. Write ssl=… or pass an SSLContext in connect_args.',
      params.get('sslmode') === 'require' ? 'sqlalchemy-asyncpg-sslmode' : undefined,
    ]
  const ssl = params.get('ssl')
  if (ssl === undefined) return ['none', NO_FALLBACK, 'asyncpg-nothing']
  if (ssl === 'disable') return ['plain', 'ssl=disable turns TLS off.']
  if (ssl === 'require')
    return ['none', 'ssl=require encrypts, but accepts any server that answers.', 'sqlalchemy-asyncpg-require']
  if (ssl === 'prefer' || ssl === 'allow') return ['none', NO_FALLBACK]
  if (ssl === 'verify-full' || ssl === 'verify-ca')
    return [
      'depends',
      'It reads ~/.postgresql/root.crt, and fails if that file is missing. Pass an SSLContext in connect_args to name the CA file.',
    ]
  return ['unknown', 'It’s not known what it does with this value of ssl.']
}

/** What `asyncpg.connect()` makes of a string: libpq's words, but for the prefer that sslrootcert does not change. */
export const asyncpgUri = (params: Params): Judged => {
  const mode = params.get('sslmode') ?? 'prefer'
  const root = params.get('sslrootcert')
  if (mode === 'disable') return ['plain', DISABLED]
  if (mode === 'allow' || mode === 'prefer')
    return ['none', NO_FALLBACK, params.size === 0 ? 'asyncpg-nothing' : undefined]
  if (mode === 'require')
    return root === undefined
      ? ['none', REQUIRE]
      : ['chain', 'With sslrootcert it acts like verify-ca: any server signed by the same CA is accepted.']
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  if (root === undefined) return ['depends', 'It reads ~/.postgresql/root.crt, and fails if that file is missing.']
  return mode === 'verify-full'
    ? ['full', FULL_WORDS, 'asyncpg/password-project-ca']
    : ['chain', 'verify-ca doesn’t check the host name: any server signed by the same CA is accepted.']
}

export const npgsql = (params: Params): Judged => {
  const mode = (params.get('ssl mode') ?? params.get('sslmode') ?? 'prefer').replaceAll(/[\s_-]/g, '').toLowerCase()
  const root = params.get('root certificate') ?? params.get('rootcertificate')
  const trust = truth(params.get('trust server certificate') ?? params.get('trustservercertificate')) === true
  if (mode === 'disable') return ['plain', 'SSL Mode=Disable turns TLS off.']
  if (mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'require')
    return trust
      ? ['none', 'SSL Mode=Require with Trust Server Certificate accepts any server.']
      : [
          'none',
          'SSL Mode=Require verifies nothing with Npgsql 8 and later; older versions reject it without Trust Server Certificate.',
        ]
  if (mode !== 'verifyca' && mode !== 'verifyfull') return ['fails', 'Npgsql doesn’t know this SSL Mode.']
  if (trust)
    return [
      'depends',
      'Trust Server Certificate contradicts a mode that verifies. Which one wins depends on the version.',
    ]
  if (mode === 'verifyca')
    return ['chain', 'VerifyCA doesn’t check the host name: any server of the same project is accepted.']
  return root === undefined ? ['public', 'Without Root Certificate, it trusts only the system’s CAs.'] : FULL
}

/** Prisma up to 6, whose schema holds the URL. */
export const prismaSchema = (params: Params): Judged => {
  if (params.get('sslmode') === 'disable') return ['plain', DISABLED]
  if (params.get('sslaccept') !== 'strict')
    return ['none', 'Prisma accepts any server’s certificate unless sslaccept=strict is set.']
  if (params.get('sslmode') !== 'require')
    return ['none', 'Without sslmode=require, Prisma goes on in plain text with a server that says it has no TLS.']
  return params.has('sslcert') || params.has('sslrootcert')
    ? [
        'depends',
        'With sslaccept=strict and sslcert it verifies against that CA. It’s not known whether it checks the host name.',
      ]
    : ['public', 'With sslaccept=strict and without sslcert it trusts only the system’s CAs.']
}

/** Any version: 7 hands the URL to node-postgres, which knows none of Prisma's own parameters. */
export const prisma = (params: Params): Judged => {
  const [verifies, because] = prismaSchema(params)
  if (verifies === 'plain') return [verifies, because]
  const before = `Up to Prisma 6: ${because}`
  return params.has('sslmode')
    ? ['depends', `${before} Prisma 7 ignores sslaccept, and reads sslmode as node-postgres does.`]
    : ['depends', `${before} Prisma 7 ignores sslaccept, and without sslmode encrypts nothing.`, 'prisma-sslaccept']
}

export const jdbc = (params: Params): Judged => {
  const ssl = params.get('ssl')
  const mode =
    params.get('sslmode') ?? (ssl !== undefined && (ssl === '' || truth(ssl) === true) ? 'verify-full' : 'prefer')
  const factory = params.get('sslfactory')
  if (mode === 'disable') return ['plain', DISABLED]
  if (mode === 'allow' || mode === 'prefer')
    return ['none', NO_FALLBACK, params.has('sslmode') || ssl !== undefined ? undefined : 'jdbc-nothing']
  if (/NonValidating/i.test(factory ?? ''))
    return ['none', 'NonValidatingFactory turns verification off.', 'jdbc-non-validating']
  if (factory !== undefined && !/\.?LibPQFactory$/.test(factory)) {
    return factory.endsWith('DefaultJavaSSLFactory')
      ? mode === 'verify-full' || mode === 'verify-ca'
        ? [
            'public',
            'DefaultJavaSSLFactory trusts only Java’s own trust store: servers signed by the project CA are rejected unless someone added that CA.',
            mode === 'verify-full' ? 'jdbc-java-trust' : undefined,
          ]
        : ['depends', 'DefaultJavaSSLFactory uses Java’s own trust store. It’s not known what sslmode then adds.']
      : ['unknown', 'A custom class decides (sslfactory). It’s not known what it does.']
  }
  if (mode === 'require')
    return ['none', 'sslmode=require encrypts but verifies nothing: pgJDBC then ignores sslrootcert.', 'jdbc-require']
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
  if (!params.has('sslrootcert')) {
    return [
      'depends',
      'Without sslrootcert it reads ~/.postgresql/root.crt, and doesn’t connect if that file is missing.',
      params.has('sslmode') ? undefined : 'jdbc-ssl-true-stray-root-crt',
    ]
  }
  return mode === 'verify-full'
    ? ['full', FULL_WORDS, 'jdbc/password-project-ca']
    : ['chain', 'verify-ca doesn’t check the host name: any server of the same project is accepted.']
}

/** The options of an address and of the builder have the same names. */
export const r2dbc = (params: Params, _address = '', query = ''): Judged => {
  const mode =
    params.get('sslmode')?.toLowerCase().replaceAll('_', '-') ??
    (truth(params.get('ssl')) === true ? 'verify-full' : 'disable')
  if (mode === 'disable') return ['plain', 'Without ssl or sslMode, R2DBC doesn’t use TLS.']
  if (mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'require') return ['none', 'sslMode=require encrypts, but accepts any server that answers.']
  if (mode === 'tunnel') return ['none', 'sslMode=tunnel encrypts, but accepts any server that answers.']
  if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', 'R2DBC doesn’t know this sslMode.']
  // Of an address it takes sslmode for sslMode, but no other name in small letters.
  if (/(?:^|&)sslrootcert=/.test(query))
    return [
      'depends',
      'R2DBC reads sslRootCert, not sslrootcert: it trusts Java’s own store, which contains only public CAs.',
    ]
  if (!params.has('sslrootcert'))
    return ['depends', 'Without sslRootCert it trusts Java’s own store, which contains only public CAs.']
  return mode === 'verify-full' ? FULL : ['chain', 'verify-ca doesn’t check the host name.']
}

/** Vert.x, and Quarkus with it: of an address it takes the mode, and the CA from its own options alone. */
export const vertx = (params: Params): Judged => {
  const mode = params.get('sslmode')?.toLowerCase() ?? 'disable'
  if (mode === 'disable')
    return ['plain', 'Without sslmode, Vert.x doesn’t use TLS, unless PGSSLMODE or its options say so.']
  if (mode === 'allow' || mode === 'prefer') return ['none', NO_FALLBACK]
  if (mode === 'require')
    return [
      'depends',
      'Its options decide whom it trusts: without any, Java’s own store, which contains only public CAs, and any host name.',
    ]
  return mode === 'verify-ca' || mode === 'verify-full'
    ? ['depends', 'It fails unless its options name what to trust, and for verify-full how to check the host name.']
    : ['fails', NO_SUCH_MODE]
}
