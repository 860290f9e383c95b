/** What libpq makes of `sslmode` and its company, and the runs that showed it for each client that is built on it. */
import { FULL_WORDS } from '../common-words.ts'
import { DISABLED, NO_FALLBACK, NO_SUCH_MODE, REQUIRE } from './postgresql-words.ts'
import type { Judged, Params } from '../verdict.ts'

/** Runs of the proof by what was set: ids of traps, or the key of a guide's proof. */
interface Runs {
  readonly full?: string
  readonly verifyCa?: string
  readonly require?: string
  readonly requireWithCa?: string
  /** A CA without a mode. */
  readonly caAlone?: string
  readonly nothing?: string
}

export const PSQL_RUNS: Runs = {
  full: 'psql/password-project-ca',
  verifyCa: 'psql-verify-ca',
  require: 'psql-require',
  requireWithCa: 'psql-pgsslmode-ca',
  caAlone: 'psql-pgsslrootcert-alone',
  nothing: 'psql-nothing',
}

export const PSYCOPG_RUNS: Runs = {
  full: 'psycopg/password-project-ca',
  verifyCa: 'psycopg-verify-ca',
  require: 'psycopg-require',
  caAlone: 'psycopg-ca-alone',
}

export const PHP_RUNS: Runs = { full: 'php-pdo-pgsql/password-project-ca', require: 'php-pdo-pgsql-require' }

export const RUBY_RUNS: Runs = { full: 'ruby-pg/password-project-ca', require: 'ruby-pg-require' }

/** What libpq knows of TLS, up to version 18; `ssl` in an address alone. It takes names as they are written here. */
const TLS_NAMES =
  'ssl sslmode sslnegotiation sslcompression sslcert sslkey sslkeylogfile sslpassword sslcertmode sslrootcert sslcrl sslcrldir sslsni ssl_min_protocol_version ssl_max_protocol_version'
/** All the others. */
const OTHER_NAMES =
  'service servicefile user password passfile require_auth channel_binding connect_timeout dbname host hostaddr port client_encoding options application_name fallback_application_name keepalives keepalives_idle keepalives_interval keepalives_count tcp_user_timeout requirepeer requiressl min_protocol_version max_protocol_version gssencmode krbsrvname gsslib gssdelegation replication target_session_attrs load_balance_hosts scram_client_key scram_server_key oauth_issuer oauth_client_id oauth_client_secret oauth_scope authtype tty'
const NAMES = new Set(`${TLS_NAMES} ${OTHER_NAMES}`.split(' '))

/** Names that are meant for TLS, as it seems, and that libpq doesn't know: `rootcert`, `ssl_ca`. */
export const unknownTlsNames = (names: readonly string[]): string[] =>
  names.filter((name) => !NAMES.has(name) && /ssl|tls|cert|verify|^(?:root_?)?ca(?:$|_)/i.test(name))

/**
 * What libpq does with settings that it doesn't know; undefined where it knows them all.
 * @param names as they are written
 * @param isAlone whether libpq gets them as they are: what calls it may keep names of its own to itself, but for those of TLS
 */
export const byUnknownName = (names: readonly string[], isAlone: boolean): Judged | undefined => {
  const unknown = names.filter((name) => !NAMES.has(name))
  if (unknown.some((name) => /^(?:ssl|tls)/i.test(name)))
    return [
      'fails',
      'libpq doesn’t know a setting of this name, and doesn’t connect: its names are sslmode and sslrootcert.',
    ]
  return isAlone && unknown.length > 0
    ? ['fails', 'libpq doesn’t know a setting of this name, and doesn’t connect.']
    : undefined
}

export const libpq =
  (runs: Runs) =>
  (params: Params): Judged => {
    const said = params.get('sslmode')
    const mode = said ?? (params.get('requiressl') === '1' ? 'require' : 'prefer')
    const root = params.get('sslrootcert')
    if (mode === 'disable') return ['plain', DISABLED]
    if (mode === 'allow' || mode === 'prefer') {
      if (params.get('sslnegotiation') === 'direct')
        return ['fails', 'sslnegotiation=direct needs sslmode=require or stricter.']
      return ['none', NO_FALLBACK, said === undefined ? (root === undefined ? runs.nothing : runs.caAlone) : undefined]
    }
    if (mode === 'require') {
      return root === undefined
        ? ['none', `${REQUIRE} (If there is a root.crt in ~/.postgresql, it verifies against that.)`, runs.require]
        : root === 'system'
          ? ['fails', 'With sslrootcert=system, libpq accepts only sslmode=verify-full.']
          : [
              'chain',
              'With sslrootcert, sslmode=require acts like verify-ca: the host name isn’t checked.',
              runs.requireWithCa,
            ]
    }
    if (mode !== 'verify-ca' && mode !== 'verify-full') return ['fails', NO_SUCH_MODE]
    if (root === 'system') {
      return mode === 'verify-full'
        ? ['public', 'sslrootcert=system trusts only public CAs, and needs libpq 16.']
        : ['fails', 'With sslrootcert=system, libpq accepts only sslmode=verify-full.']
    }
    if (root === undefined || root === '')
      return [
        'depends',
        'Without sslrootcert it reads ~/.postgresql/root.crt, and doesn’t connect if that file is missing.',
      ]
    return mode === 'verify-full'
      ? ['full', FULL_WORDS, runs.full]
      : ['chain', 'verify-ca doesn’t check the host name: any server of the same project is accepted.', runs.verifyCa]
  }
