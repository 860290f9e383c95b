/** PyMySQL: what its arguments come to. */
import { truth, type Judged, type Params } from './verdict.ts'

const PYMYSQL_STRIPPED: Judged = [
  'depends',
  'It verifies the CA and the name of a server that offers TLS; one that says it has none gets the login in the clear. The guide for PyMySQL on the Connect page has the lines that refuse that.',
  'pymysql-without-tls',
]

/** `ssl={"ca": …}`: the names of a dict, as PyMySQL's `_create_ssl_ctx` reads them. */
const pyMySqlDict = (params: Params): Judged => {
  const mode = params.get('ssl.verify_mode')
  const ca = params.has('ssl.ca') || params.has('ssl.capath')
  if (mode !== undefined && /(?:^|[._])(?:none|cert_none|false|no|0)$/i.test(mode))
    return ['none', 'verify_mode switches the check off.']
  if (!ca)
    return mode === undefined
      ? ['none', 'A dict without ca encrypts, and takes any server that answers.']
      : ['unknown', 'What it makes of these settings without ca is not known here.']
  return truth(params.get('ssl.check_hostname')) === false
    ? ['chain', 'check_hostname=False: any server of the same CA will do.']
    : PYMYSQL_STRIPPED
}

export const pyMySql = (params: Params): Judged => {
  if (truth(params.get('ssl_disabled')) === true) return ['plain', 'ssl_disabled switches TLS off.']
  if (/^\{\s*\}$/.test(params.get('ssl')?.trim() ?? ''))
    return ['none', 'An empty dict is as none: TLS only if the server offers it, or not at all in older versions.']
  if (params.has('ssl.ca') || params.get('ssl')?.startsWith('{') === true) return pyMySqlDict(params)
  if (params.has('ssl-mode') || params.has('ssl_mode')) return ['fails', 'PyMySQL knows no ssl-mode.']
  if (!params.has('ssl_ca'))
    return params.has('ssl')
      ? ['unknown', 'What this value of ssl comes to is not known here.']
      : params.has('ssl_verify_cert') || params.has('ssl_verify_identity')
        ? ['unknown', 'What it makes of these settings without ssl_ca depends on its version.']
        : ['plain', 'Without ssl_ca PyMySQL uses no TLS.']
  if (params.has('ssl_verify_cert') && truth(params.get('ssl_verify_cert')) === false)
    return ['none', 'ssl_verify_cert=false switches the check off.']
  return truth(params.get('ssl_verify_identity')) === true
    ? PYMYSQL_STRIPPED
    : truth(params.get('ssl_verify_cert')) === true
      ? ['chain', 'PyMySQL checks the name only with ssl_verify_identity=true.']
      : ['none', 'PyMySQL 1.2 verifies the CA only with ssl_verify_cert=true.']
}
