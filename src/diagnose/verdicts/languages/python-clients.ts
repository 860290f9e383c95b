/** Python's clients of HTTPS, ClickHouse, Cassandra and Faust: calls that say with names of their own how they verify. */
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { ANY_SERVER, OPEN, PUBLIC } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { byFile, isNone, isQuoted, OTHER_NAME, type Call } from './python-call.ts'
import { cassandra, clickhouseConnect, clickhouseDriver, faust } from './python-services.ts'
import { contextOf } from './ssl-context.ts'
import { documentedClient, readClient, runClient, truth, type Client, type Judged, type Params } from '../verdict.ts'

const UNVERIFIED: Judged = ['none', ANY_SERVER]

/** A truth value in quotes. */
const NAMES_NO_FILE: Judged = [
  'fails',
  'In quotes, the value of verify is the name of a file, and there is none of this name. Write "ca.pem".',
]

const NO_CONTEXT = (name: string): Judged => [
  'fails',
  `${name} takes True, False or an SSLContext, no number: the call ends with an error.`,
]

/** `verify=…` of requests and httpx: a truth value, a file, or a context. */
const byVerify = (verify: Literal | undefined, document: ParsedDocument, seen: string): Judged => {
  if (verify && isQuoted(verify) && /^(?:true|false)$/i.test(verify.value)) return NAMES_NO_FILE
  // Only requests looks whether it is true; httpx takes anything else for an SSLContext.
  if (verify && /^\d+$/.test(verify.value) && seen.startsWith('httpx')) return NO_CONTEXT('verify')
  if (verify?.value === '')
    return seen.startsWith('requests') ? ['none', 'An empty verify counts as False: any server is accepted.'] : OPEN
  if (isNone(verify) || !verify || truth(verify.value) === true) return PUBLIC
  if (truth(verify.value) === false) return ['none', 'verify=False accepts any server.', seen]
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

const byHttps = (call: Call, verify: Literal | undefined, seen: string): Judged | undefined => {
  const says = !isNone(verify) && truth(verify?.value) !== true
  const isTls = isOverTls(call, call.document)
  if (isTls === false || (!says && !(isTls && isService(call)))) return undefined
  const judged = byVerify(verify, call.document, seen)
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
  if (/^\d+$/.test(ssl.value)) return NO_CONTEXT('ssl')
  if (truth(ssl.value) === false) return UNVERIFIED
  return truth(ssl.value) === true ? PUBLIC : (contextOf(ssl, document) ?? OPEN)
}

/** @param ca a file beside the context: what it adds isn't known */
const byAssertedName = (judged: Judged, name: Literal | undefined, ca: Literal | undefined): Judged => {
  const [verifies] = judged
  if (verifies !== 'full' && verifies !== 'public') return judged
  if (!isNone(ca)) return OPEN
  if (isNone(name) || !name) return judged
  if (isQuoted(name) || truth(name.value) !== false) return OTHER_NAME
  return [
    'chain',
    verifies === 'full'
      ? 'assert_hostname=False accepts any server signed by the same CA.'
      : 'assert_hostname=False accepts any server with a public certificate.',
  ]
}

const urllib3 = (call: Call): Judged | undefined => {
  const { holder, of, document } = call
  if (!/^(?:urllib3\.)?(?:PoolManager|HTTPSConnectionPool)$/.test(holder)) return undefined
  const context = of('ssl_context')
  const required = of('cert_reqs')?.value
  const [ca, name] = [of('ca_certs'), of('assert_hostname')]
  if (context) return byAssertedName(contextOf(context, document) ?? OPEN, name, ca)
  if (required !== undefined && /CERT_NONE/.test(required)) return UNVERIFIED
  if (required !== undefined && !/CERT_REQUIRED/.test(required)) return OPEN
  if (isNone(ca) || !ca) return required === undefined ? undefined : PUBLIC
  return byAssertedName(byFile(ca), name, undefined)
}

const urllib = ({ holder, of, document }: Call): Judged | undefined => {
  const context = of('context')
  return context && /^(?:urllib\.request\.urlopen|urlopen|(?:http\.client\.)?HTTPSConnection)$/.test(holder)
    ? (contextOf(context, document) ?? OPEN)
    : undefined
}

const CLIENTS: readonly (readonly [Client, (call: Call) => Judged | undefined])[] = [
  [runClient('requests', 'requests 2.34.2'), requests],
  [runClient('httpx', 'httpx 0.28.1'), httpx],
  [runClient('aiohttp', 'aiohttp 3.14.5'), aiohttp],
  [runClient('urllib3', 'urllib3 2.8.0'), urllib3],
  [
    documentedClient('Python urllib', 'https://docs.python.org/3/library/urllib.request.html#urllib.request.urlopen'),
    urllib,
  ],
  [runClient('clickhouse-driver', 'clickhouse-driver 0.2.11'), clickhouseDriver],
  [runClient('clickhouse-connect', 'clickhouse-connect 1.12.0'), clickhouseConnect],
  [runClient('cassandra-driver', 'cassandra-driver 3.30.1'), cassandra],
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
    const file = ['verify', 'ca_certs', 'ca_cert'].map((name) => literals.get(name)).find(Boolean)
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
