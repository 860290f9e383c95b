/** PyMySQL: what its arguments come to. */
import { truth, type Judged, type Params } from './verdict.ts'

const PYMYSQL_STRIPPED: Judged = [
  'depends',
  'It verifies the CA and the host name of a server that offers TLS; a server that says it has none gets the login in plain text. The PyMySQL guide in Quick connect has the lines that prevent that.',
  'pymysql-without-tls',
]

/** `ssl={"ca": …}`: the names of a dict, as PyMySQL's `_create_ssl_ctx` reads them. */
const pyMySqlDict = (params: Params): Judged => {
  const mode = params.get('ssl.verify_mode')
  const ca = params.has('ssl.ca') || params.has('ssl.capath')
  if (mode !== undefined && /(?:^|[._])(?:none|cert_none|false|no|0)$/i.test(mode))
    return ['none', 'verify_mode turns verification off.']
  if (!ca)
    return mode === undefined
      ? ['none', 'A dict without ca encrypts, but accepts any server that answers.']
      : ['unknown', 'It’s not known what it does with these settings without ca.']
  return truth(params.get('ssl.check_hostname')) === false
    ? ['chain', 'check_hostname=False: any server signed by the same CA is accepted.']
    : PYMYSQL_STRIPPED
}

export const pyMySql = (params: Params): Judged => {
  if (truth(params.get('ssl_disabled')) === true) return ['plain', 'ssl_disabled turns TLS off.']
  if (/^\{\s*\}$/.test(params.get('ssl')?.trim() ?? ''))
    return ['none', 'An empty dict counts as none: TLS only if the server offers it, or not at all in older versions.']
  if (params.has('ssl.ca') || params.get('ssl')?.startsWith('{') === true) return pyMySqlDict(params)
  if (params.has('ssl-mode') || params.has('ssl_mode')) return ['fails', 'PyMySQL doesn’t know ssl-mode.']
  if (!params.has('ssl_ca'))
    return params.has('ssl')
      ? ['unknown', 'It’s not known what this value of ssl does.']
      : params.has('ssl_verify_cert') || params.has('ssl_verify_identity')
        ? ['unknown', 'What it does with these settings without ssl_ca depends on the version.']
        : ['plain', 'Without ssl_ca, PyMySQL doesn’t use TLS.']
  if (params.has('ssl_verify_cert') && truth(params.get('ssl_verify_cert')) === false)
    return ['none', 'ssl_verify_cert=false turns verification off.']
  return truth(params.get('ssl_verify_identity')) === true
    ? PYMYSQL_STRIPPED
    : truth(params.get('ssl_verify_cert')) === true
      ? ['chain', 'PyMySQL checks the host name only with ssl_verify_identity=true.']
      : ['none', 'PyMySQL 1.2 verifies the CA only with ssl_verify_cert=true.']
}
