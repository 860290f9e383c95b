/** MySQL from Ruby, the two gems that Rails has adapters for, and from Perl. */
import { lookup } from '../../../lib/lookup.ts'
import { FULL } from '../common-words.ts'
import { MODES } from './mysql-words.ts'
import { truth, type Judged, type Params } from '../verdict.ts'

/** Symbols, and constants of a gem, as the modes that MySQL has. */
const modeOf = (params: Params): string | undefined =>
  (params.get('ssl_mode') ?? params.get('sslmode'))
    ?.trim()
    .replace(/^:|^.*::(?:SSL_)?|^SSL_MODE_/g, '')
    .replaceAll('-', '_')
    .toUpperCase()

const caOf = (params: Params): string | undefined => params.get('sslca') ?? params.get('ssl_ca')

/** MariaDB's library, which Debian builds the gem with, checks at most the CA, and goes on without TLS. */
const BY_LIBRARY =
  'It depends on the library that the gem is built with. MySQL’s checks CA and host name with ssl_mode: :verify_identity and sslca. MariaDB’s checks only the CA, and logs in without TLS if the server offers none.'

/** The gem mysql2. */
export const rubyMysql2 = (params: Params): Judged => {
  const mode = modeOf(params)
  const ca = caOf(params)
  const isVerified = truth(params.get('sslverify')) === true
  const judged = lookup(MODES, mode ?? 'PREFERRED')
  if (!judged) return ['fails', 'mysql2 doesn’t know this ssl_mode.']
  if (mode === undefined && (ca !== undefined || isVerified)) return ['depends', BY_LIBRARY]
  const [verifies] = judged
  if (verifies !== 'chain' && verifies !== 'full')
    return isVerified ? ['depends', 'sslverify and this ssl_mode contradict each other.'] : judged
  if (ca === undefined) return ['depends', 'The settings name no CA file: add sslca.']
  return ['depends', BY_LIBRARY]
}

/** What its constants call the modes that verify nothing. */
const NO_VERIFY: Readonly<Record<string, string>> = {
  REQUIRED_NOVERIFY: 'REQUIRED',
  PREFERRED_NOVERIFY: 'PREFERRED',
}

/** The gem trilogy, which has no other library below it: `ssl_ca` and `ssl_capath` are all that it reads beside the mode. */
export const trilogy = (params: Params): Judged => {
  const named = modeOf(params)
  if (named === undefined)
    return ['plain', 'Without ssl_mode, Trilogy doesn’t use TLS, whatever the other settings say.']
  const judged = lookup(MODES, lookup(NO_VERIFY, named) ?? named)
  if (!judged) return ['fails', 'Trilogy doesn’t know this ssl_mode.']
  const [verifies] = judged
  if (params.has('ssl_ca') || params.has('ssl_capath')) return judged
  if (verifies === 'full') return ['public', 'Without ssl_ca, Trilogy trusts only the system’s public CAs.']
  return verifies === 'chain'
    ? [
        'chain',
        'Without ssl_ca, Trilogy accepts any server with a certificate of a public CA, and rejects the project CA.',
      ]
    : judged
}

/** DBD::mysql; DBD::MariaDB has names of its own. */
export const dbdMysql = (params: Params): Judged => {
  const isOn = (name: string) => truth(params.get(name)) === true
  const ca = params.get('mysql_ssl_ca_file') ?? params.get('mysql_ssl_ca_path')
  if (!isOn('mysql_ssl'))
    return [...params.keys()].some((name) => /ssl/.test(name))
      ? ['depends', 'DBD::mysql reads its other settings of TLS only with mysql_ssl=1.']
      : ['plain', 'Without mysql_ssl=1, DBD::mysql asks for no encryption, and verifies nothing.']
  if (isOn('mysql_ssl_optional')) return ['none', 'mysql_ssl_optional=1 encrypts only if the server offers TLS.']
  if (isOn('mysql_ssl_verify_server_cert'))
    return ca === undefined
      ? ['fails', 'DBD::mysql doesn’t connect: mysql_ssl_verify_server_cert needs mysql_ssl_ca_file.']
      : FULL
  return ca === undefined
    ? ['none', 'mysql_ssl=1 encrypts, but without mysql_ssl_ca_file any server is accepted.']
    : [
        'depends',
        'It checks no host name without mysql_ssl_verify_server_cert=1, and with MariaDB’s library not even the CA.',
      ]
}
