/** Python's clients of ClickHouse, Cassandra and Faust. */
import type { Literal } from '../../documents/document.ts'
import { FULL, OPEN, PUBLIC } from '../common-words.ts'
import { isNeither, truth, type Judged } from '../verdict.ts'
import { byFile, isFromEnvironment, isNone, isQuoted, OTHER_NAME, type Call } from './python-call.ts'
import { contextOf } from './ssl-context.ts'

/** A verdict on the address's name, where the call says which name it checks. */
const byName = (judged: Judged, name: Literal | undefined, host: Literal | undefined): Judged =>
  judged[0] !== 'full' || isNone(name) || (name && host && isQuoted(name) && name.value === host.value)
    ? judged
    : OTHER_NAME

export const clickhouseDriver = ({ holder, of, positional, document, isAny }: Call): Judged | undefined => {
  if (!/^(?:clickhouse_driver\.)?(?:Client|connect)$|^dbapi\.connect$/.test(holder) || isAny) return undefined
  if (!/\bclickhouse_driver\b/.test(document.words) || positional.some(({ value }) => value.includes('://')))
    return undefined
  const [secure, verify, name, ca] = [of('secure'), of('verify'), of('check_hostname'), of('ca_certs')]
  if ([secure, verify, name].some((one) => isNeither(one?.value))) return OPEN
  if (truth(secure?.value) !== true) return ['plain', 'Without secure=True, clickhouse-driver doesn’t use TLS.']
  if (truth(verify?.value) === false)
    return ['none', 'verify=False accepts any server.', 'clickhouse-driver-no-verification']
  const judged: Judged =
    truth(name?.value) === false ? ['chain', 'check_hostname=False accepts any server signed by the same CA.'] : FULL
  if (ca && !isNone(ca)) return byName(byFile(ca, judged), of('server_hostname'), of('host') ?? positional[0])
  return judged === FULL ? PUBLIC : ['chain', 'check_hostname=False accepts any server with a public certificate.']
}

export const clickhouseConnect = ({ holder, of, isAny }: Call): Judged | undefined => {
  if (!/^(?:clickhouse_connect\.)?(?:get_async_client|get_client|create_client|create_async_client)$/.test(holder))
    return undefined
  const [secure, verify, ca, port, scheme] = [of('secure'), of('verify'), of('ca_cert'), of('port'), of('interface')]
  if (isAny || of('dsn') || of('pool_mgr') || isNeither(secure?.value) || isNeither(verify?.value)) return OPEN
  const isTls = truth(secure?.value) === true || scheme?.value === 'https' || /^(?:8443|443)$/.test(port?.value ?? '')
  if (!isTls)
    return secure === undefined && port !== undefined && !/^\d+$/.test(port.value)
      ? ['depends', 'Without secure=True it uses TLS only with port 443 or 8443: the text doesn’t show the port.']
      : ['plain', 'Without secure=True, and with a port other than 443 and 8443, clickhouse-connect doesn’t use TLS.']
  if (truth(verify?.value) === false)
    return ['none', 'verify=False accepts any server.', 'clickhouse-connect-verify-false']
  return isNone(ca) || !ca || ca.value === 'certifi' ? PUBLIC : byName(byFile(ca), of('server_host_name'), of('host'))
}

const BY_ADDRESS: Judged = [
  'fails',
  'The driver looks for the server’s IP address in the certificate, and rejects one that has only names. Add ssl_options={"server_hostname": …} with the host name.',
]

export const cassandra = ({ holder, of, document, isAny }: Call): Judged | undefined => {
  if (!/^(?:cassandra\.cluster\.)?Cluster$/.test(holder) || !/\bcassandra\b/.test(document.words)) return undefined
  const [context, options] = [of('ssl_context'), of('ssl_options')]
  if (isAny || of('cloud')) return OPEN
  const isMap = options?.value.startsWith('{') === true
  const hasName = of('ssl_options.server_hostname') !== undefined
  if (context && !isNone(context)) {
    const judged = contextOf(context, document) ?? OPEN
    const checksName = judged[0] === 'full' || judged[0] === 'public'
    if (!checksName || hasName) return judged
    return isNone(options) || isMap ? BY_ADDRESS : OPEN
  }
  if (isNone(options) || !options || /^\{\s*\}$/.test(options.value))
    return ['plain', 'Without ssl_context, the driver doesn’t use TLS.']
  const named = of('ssl_options.ca_certs')
  if (!isMap || !named || isFromEnvironment(named.value)) return OPEN
  if (truth(of('ssl_options.check_hostname')?.value) === true) return hasName ? FULL : BY_ADDRESS
  return [
    'depends',
    'ssl_options verifies at most the CA, and in older versions only with cert_reqs. Pass an ssl_context instead.',
  ]
}

export const faust = ({ holder, of, document }: Call): Judged | undefined => {
  if (!/^faust\.App$/.test(holder)) return undefined
  const given = of('broker_credentials') ?? of('ssl_context')
  if (!given || isNone(given)) return undefined
  const inner = /\b(?:ssl_context|context)\s*=\s*([\w.]+)/.exec(given.value)?.[1]
  const value = inner ?? given.value
  if (/SASLCredentials\(/.test(given.value) && inner === undefined)
    return ['plain', 'SASLCredentials without ssl_context means SASL_PLAINTEXT: nothing is encrypted.']
  return contextOf({ ...given, value }, document) ?? OPEN
}
