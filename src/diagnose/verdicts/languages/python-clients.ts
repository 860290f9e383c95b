/** Python's clients of HTTPS, ClickHouse, Cassandra and Faust: calls that say with names of their own how they verify. */
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { ANY_SERVER, FULL, OPEN, PUBLIC } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { contextOf } from './ssl-context.ts'
import { documentedClient, isNeither, readClient, truth, type Client, type Judged, type Params } from '../verdict.ts'

const UNVERIFIED: Judged = ['none', ANY_SERVER]

/** A call, as the code writes it. */
interface Call {
  readonly document: ParsedDocument
  readonly holder: string
  readonly of: (name: string) => Literal | undefined
  readonly positional: readonly Literal[]
  readonly isAny: boolean
}

const isQuoted = ({ value, range }: Literal) => range.end - range.start > value.length
/** A name of a file that may not be there. */
const isFromEnvironment = (value: string) => /environ|getenv|\bif\b|\bor\b/.test(value)
const isNone = (literal: Literal | undefined) => literal === undefined || literal.value === 'None'

/** What a file of CAs comes to. */
const byFile = (file: Literal, judged: Judged = FULL): Judged => (isFromEnvironment(file.value) ? OPEN : judged)

/** `verify=…` of requests and httpx: a truth value, a file, or a context. */
const byVerify = (verify: Literal | undefined, document: ParsedDocument, run: string): Judged => {
  if (isNone(verify) || !verify || truth(verify.value) === true) return PUBLIC
  if (truth(verify.value) === false) return ['none', 'verify=False accepts any server.', run]
  const context = isQuoted(verify) ? undefined : contextOf(verify, document)
  if (context) return context
  return isQuoted(verify) || /\bwhere\(|^(?:str|os\.path|Path)\b|_(?:FILE|PATH|CERT)$|_ca$|^ca/i.test(verify.value)
    ? byFile(verify)
    : OPEN
}

/** An address with a login or a port in it, or beside it: no public page. */
const SERVICE = /^https:\/\/(?!localhost|127\.)(?:[^/\s]*@|[^/\s]*:\d+|[^/\s]*(?:aivencloud\.com|\{))/

/** Whether a call is of a service, and over TLS: `undefined` where the text doesn't show the address. */
const isOverTls = ({ of, positional }: Call, { literals }: ParsedDocument): boolean | undefined => {
  const address = [...positional, of('url'), of('base_url')].find((one) => one?.value.includes('://'))
  const seen = address
    ? [address]
    : literals.map(({ literal }) => literal).filter(({ value }) => /^https?:\/\//.test(value))
  if (seen.length === 0) return undefined
  return seen.every(({ value }) => value.startsWith('https:'))
}
const isService = ({ positional, of }: Call) =>
  of('auth') !== undefined || [...positional, of('base_url')].some((one) => SERVICE.test(one?.value ?? ''))

const METHODS = '(?:get|post|put|patch|delete|head|options|request|stream)'
const REQUESTS = new RegExp(String.raw`^requests\.${METHODS}$`)
const HTTPX = new RegExp(String.raw`^httpx\.(?:${METHODS}|(?:Async)?Client)$`)
const SESSION = new RegExp(String.raw`^(\w+)\.${METHODS}$`)

const byHttps = (call: Call, verify: Literal | undefined, run: string): Judged | undefined => {
  const says = !isNone(verify) && truth(verify?.value) !== true
  const isTls = isOverTls(call, call.document)
  if (isTls === false || (!says && !(isTls && isService(call)))) return undefined
  const judged = byVerify(verify, call.document, run)
  return isTls === undefined && judged[0] === 'full'
    ? ['depends', 'The text doesn’t show the address, and whether it uses TLS.']
    : judged
}

const requests = (call: Call): Judged | undefined => {
  const { holder, document } = call
  if (REQUESTS.test(holder)) return byHttps(call, call.of('verify'), 'requests-verify-false')
  const session = SESSION.exec(holder)?.[1]
  const isMade = new RegExp(
    String.raw`\b${session ?? ''} = requests \. (?:Session|session) \(|requests \. Session \( \) as ${session ?? ''}\b`,
  )
  if (session === undefined || !isMade.test(document.words)) return undefined
  const set = document.groups
    .flatMap(({ settings }) => settings)
    .filter(({ name }) => name === `${session}.verify`)
    .map(({ literal }) => literal)
  // An adapter of its own decides how it verifies.
  if (set.length > 1 || new RegExp(String.raw`\b${session} \. mount \(`).test(document.words)) return OPEN
  return byHttps(call, call.of('verify') ?? set[0], 'requests-verify-false')
}

const httpx = (call: Call): Judged | undefined =>
  HTTPX.test(call.holder)
    ? (call.of('transport') ?? call.of('mounts'))
      ? OPEN
      : byHttps(call, call.of('verify'), 'httpx-verify-false')
    : undefined

const aiohttp = (call: Call): Judged | undefined => {
  const { holder, of, document } = call
  const isConnector = /^(?:aiohttp\.)?TCPConnector$/.test(holder)
  const ssl = of('ssl') ?? of('ssl_context')
  if ((!isConnector && !(SESSION.test(holder) && /\bClientSession \(/.test(document.words))) || isNone(ssl) || !ssl)
    return undefined
  if (truth(ssl.value) === false) return UNVERIFIED
  return truth(ssl.value) === true ? PUBLIC : (contextOf(ssl, document) ?? OPEN)
}

const urllib3 = (call: Call): Judged | undefined => {
  const { holder, of, document } = call
  if (!/^(?:urllib3\.)?(?:PoolManager|HTTPSConnectionPool)$/.test(holder)) return undefined
  const context = of('ssl_context')
  if (context) return contextOf(context, document) ?? OPEN
  const required = of('cert_reqs')?.value
  const [ca, name] = [of('ca_certs'), of('assert_hostname')]
  if (required !== undefined && /CERT_NONE/.test(required)) return UNVERIFIED
  if (required !== undefined && !/CERT_REQUIRED/.test(required)) return OPEN
  if (isNone(ca) || !ca) return required === undefined ? undefined : PUBLIC
  return name !== undefined && truth(name.value) === false
    ? byFile(ca, ['chain', 'assert_hostname=False accepts any server signed by the same CA.'])
    : byFile(ca)
}

const urllib = ({ holder, of, document }: Call): Judged | undefined => {
  const context = of('context')
  return context && /^(?:urllib\.request\.urlopen|urlopen|(?:http\.client\.)?HTTPSConnection)$/.test(holder)
    ? (contextOf(context, document) ?? OPEN)
    : undefined
}

const clickhouseDriver = ({ holder, of, positional, document, isAny }: Call): Judged | undefined => {
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
  if (ca && !isNone(ca)) return byFile(ca, judged)
  return judged === FULL ? PUBLIC : ['chain', 'check_hostname=False accepts any server with a public certificate.']
}

const clickhouseConnect = ({ holder, of, isAny }: Call): Judged | undefined => {
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
  return isNone(ca) || !ca ? PUBLIC : ca.value === 'certifi' ? PUBLIC : byFile(ca)
}

const cassandra = ({ holder, of, document, isAny }: Call): Judged | undefined => {
  if (!/^(?:cassandra\.cluster\.)?Cluster$/.test(holder) || !/\bcassandra\b/.test(document.words)) return undefined
  const [context, options] = [of('ssl_context'), of('ssl_options')]
  if (isAny || of('cloud')) return OPEN
  if (context && !isNone(context)) return contextOf(context, document) ?? OPEN
  if (isNone(options) || !options) return ['plain', 'Without ssl_context, the driver doesn’t use TLS.']
  const named = of('ssl_options.ca_certs')
  if (!options.value.startsWith('{') || !named || isFromEnvironment(named.value)) return OPEN
  if (truth(of('ssl_options.check_hostname')?.value) === true) return FULL
  return [
    'depends',
    'ssl_options verifies at most the CA, and in older versions only with cert_reqs. Pass an ssl_context instead.',
  ]
}

const faust = ({ holder, of, document }: Call): Judged | undefined => {
  if (!/^faust\.App$/.test(holder)) return undefined
  const given = of('broker_credentials') ?? of('ssl_context')
  if (!given || isNone(given)) return undefined
  const inner = /\b(?:ssl_context|context)\s*=\s*([\w.]+)/.exec(given.value)?.[1]
  const value = inner ?? given.value
  if (/SASLCredentials\(/.test(given.value) && inner === undefined)
    return ['plain', 'SASLCredentials without ssl_context means SASL_PLAINTEXT: nothing is encrypted.']
  return contextOf({ ...given, value }, document) ?? OPEN
}

const CLIENTS: readonly (readonly [Client, (call: Call) => Judged | undefined])[] = [
  [
    documentedClient('requests', 'https://requests.readthedocs.io/en/latest/user/advanced/#ssl-cert-verification'),
    requests,
  ],
  [documentedClient('httpx', 'https://www.python-httpx.org/advanced/ssl/'), httpx],
  [
    documentedClient('aiohttp', 'https://docs.aiohttp.org/en/stable/client_advanced.html#ssl-control-for-tcp-sockets'),
    aiohttp,
  ],
  [
    documentedClient('urllib3', 'https://urllib3.readthedocs.io/en/stable/advanced-usage.html#custom-tls-certificates'),
    urllib3,
  ],
  [
    documentedClient('Python urllib', 'https://docs.python.org/3/library/urllib.request.html#urllib.request.urlopen'),
    urllib,
  ],
  [readClient('clickhouse-driver', 'clickhouse-driver 0.2.11'), clickhouseDriver],
  [readClient('clickhouse-connect', 'clickhouse-connect 1.12.0'), clickhouseConnect],
  [readClient('cassandra-driver', 'cassandra-driver 3.30.1'), cassandra],
  [readClient('Faust', 'faust-streaming 0.15.3'), faust],
]

/** What such a call comes to; undefined for any other. */
export const judgePythonClient = (document: ParsedDocument, group: Group): Finding | undefined => {
  if (document.language !== 'python' || group.separator !== 'comma') return undefined
  const literals = new Map(group.settings.map(({ name, literal }) => [name, literal]))
  const call: Call = {
    document,
    holder: group.holder,
    of: (name) => literals.get(name),
    positional: group.positional,
    isAny: group.positional.some(({ value }) => value.startsWith('**')),
  }
  for (const [client, judge] of CLIENTS) {
    const judged = judge(call)
    if (!judged) continue
    const file = ['verify', 'ca_certs', 'ca_cert'].map((name) => literals.get(name)).find((one) => one && isQuoted(one))
    const params: Params = new Map(file ? [['ca', file.value]] : [])
    return {
      what: 'Settings in code',
      range: group.range,
      drivers: [verdictByCaFile(client, judged, params)],
      notes: [],
    }
  }
  return undefined
}
