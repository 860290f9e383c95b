/** Clients of OpenSearch and Elasticsearch that code calls, and phpredis and redis-rb, whose options are like theirs. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { mayBeNothing, verdictByCaFile } from '../ca-file.ts'
import { FULL, OPEN, PUBLIC } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { nodeTls } from './node-tls.ts'
import { isNeither, readClient, runClient, truth, type Client, type Judged, type Params } from '../verdict.ts'

const PYTHON_OPENSEARCH = runClient('opensearch-py', 'opensearch-py 3.2.0')
const PYTHON_ELASTIC = readClient('elasticsearch-py', 'elastic-transport 9.4.2')
const NODE = readClient(
  'opensearch-js, elasticsearch-js (Node.js)',
  '@opensearch-project/opensearch 3.9.0 and @elastic/transport 9.4.0',
)
const REDIS_RB = runClient('redis-rb (Ruby)', 'redis-rb 4.8.0')
const PREDIS = readClient('Predis (PHP)', 'Predis 1.1.10, StreamConnection.php')

/** A file that a variable of the environment names: there may be none. */
const isFromEnvironment = (file = '') => /\benv(?:iron)?\b|getenv|_ENV\b|\bENV\b/.test(file) || mayBeNothing(file)

/** Hosts of OpenSearch's and Elasticsearch's clients in Python without an address: whether they use TLS. */
const withoutAddress = (params: Params, isOpenSearch: boolean): Judged | undefined => {
  const asked = isOpenSearch ? truth(params.get('use_ssl') ?? 'no') : undefined
  if (asked === true) return undefined
  return asked === false && !/scheme|use_ssl|^\w*$/.test(params.get('hosts') ?? '')
    ? ['plain', 'Without use_ssl=True or https://, opensearch-py doesn’t use TLS.', 'opensearch-py-http']
    : OPEN
}

const python = (params: Params, isOpenSearch: boolean): Judged => {
  if (params.has('ssl_context') || params.has('connection_class') || params.has('node_class')) return OPEN
  if (isNeither(params.get('verify_certs'))) return OPEN
  if (truth(params.get('verify_certs')) === false)
    return ['none', 'verify_certs=False accepts any server.', isOpenSearch ? 'opensearch-py-verify-certs' : undefined]
  const name = params.get('ssl_assert_hostname')
  if (params.get('ca_certs') === undefined || params.get('ca_certs') === 'None') return PUBLIC
  if (isFromEnvironment(params.get('ca_certs'))) return OPEN
  if (name === undefined || name === 'None') return FULL
  if (truth(name) === false) return ['chain', 'ssl_assert_hostname=False accepts any server signed by the same CA.']
  return truth(name) === true && isOpenSearch
    ? [
        'fails',
        'ssl_assert_hostname=True is taken for a name that no certificate has: every server is rejected. Leave it out.',
      ]
    : ['depends', 'It verifies the CA, and the name in ssl_assert_hostname instead of that of the address.']
}

const isPlain = (addresses: readonly string[]) => addresses.some((one) => one.startsWith('http:'))
const isTls = (addresses: readonly string[]) => addresses.some((one) => one.startsWith('https:'))

const judgePython = ({ holder, positional }: Group, params: Params): readonly [Client, Judged] | undefined => {
  const kind = /(?:^|\.)(?:Async)?(OpenSearch|Elasticsearch)$/.exec(holder)?.[1]
  if (kind === undefined) return undefined
  const addresses = [...positional.map(({ value }) => value), ...params.values()]
  const says = ['use_ssl', 'verify_certs', 'ca_certs', 'ssl_context'].some((name) => params.has(name))
  const isOpenSearch = kind === 'OpenSearch'
  const hasLogin = isOpenSearch && params.has('http_auth')
  if ((!says && !hasLogin && !isTls(addresses)) || isPlain(addresses)) return undefined
  const judged = (isTls(addresses) ? undefined : withoutAddress(params, isOpenSearch)) ?? python(params, isOpenSearch)
  return [isOpenSearch ? PYTHON_OPENSEARCH : PYTHON_ELASTIC, judged]
}

const judgeNode = ({ holder }: Group, params: Params): readonly [Client, Judged] | undefined => {
  const address = params.get('node') ?? ''
  if (!/^new (?:\w+\.)?Client$/.test(holder) || !address.startsWith('https:')) return undefined
  const name = params.has('tls') ? 'tls' : 'ssl'
  const judged: Judged = nodeTls(params, name) ?? PUBLIC
  return [
    NODE,
    judged[0] === 'none' ? [judged[0], judged[1], 'node-https-reject-unauthorized'] : [judged[0], judged[1]],
  ]
}

const UNSEEN_ADDRESS: Judged = [
  'depends',
  'It verifies if the address begins with rediss://, which the text doesn’t show; with redis:// nothing is encrypted.',
]

/**
 * `ssl_params: { ca_file: … }`: what Ruby's OpenSSL is given, if `ssl: true` or the address turns TLS on.
 * @param params by lower-case name, those of `ssl_params` behind a dot
 * @returns undefined where nothing turns TLS on
 */
export const judgeRedisRb = (params: Params): readonly [Client, Judged] | undefined => {
  const [url, ssl] = [params.get('url'), params.get('ssl')]
  const isAsked = truth(ssl) === true || (url ?? '').startsWith('rediss:')
  if (isNeither(ssl) || (truth(ssl) === false && url !== undefined)) return [REDIS_RB, OPEN]
  if (!isAsked && url === undefined && params.has('host'))
    return [REDIS_RB, ['plain', 'Without ssl: true, redis-rb doesn’t use TLS, whatever ssl_params says.']]
  // Without an address, REDIS_URL of the environment counts.
  if (!isAsked && /^\w+:/.test(url ?? '')) return undefined
  const mode = params.get('ssl_params.verify_mode')
  if (mode !== undefined && mode.endsWith('VERIFY_NONE')) return [REDIS_RB, ['none', 'VERIFY_NONE accepts any server.']]
  if (!isAsked && url !== undefined) return [REDIS_RB, UNSEEN_ADDRESS]
  if (mode !== undefined && !mode.endsWith('VERIFY_PEER')) return [REDIS_RB, OPEN]
  if (truth(params.get('ssl_params.verify_hostname')) === false)
    return [REDIS_RB, ['chain', 'verify_hostname: false accepts any server signed by the same CA.']]
  if (isFromEnvironment(params.get('ssl_params.ca_file'))) return [REDIS_RB, OPEN]
  if (params.has('ssl_params.ca_path') && !params.has('ssl_params.ca_file'))
    return [REDIS_RB, ['depends', 'It reads only those files of ca_path that are named by their hash.']]
  return [REDIS_RB, params.has('ssl_params.ca_file') ? FULL : PUBLIC]
}

const judgeRuby = (
  { holder }: Group,
  params: Params,
  { words }: ParsedDocument,
): readonly [Client, Judged] | undefined => {
  const [options, url, ssl] = [params.get('ssl_params'), params.get('url'), params.get('ssl')]
  if (!/^(?:Redis\.)?new ?$|(?:^|\.)redis$/.test(holder)) return undefined
  const isNew = /new ?$/.test(holder) && /\bRedis \. new\b/.test(words)
  const isAsked = truth(ssl) === true || (url ?? '').startsWith('rediss:')
  return (options === undefined ? !isNew || !isAsked : !options.startsWith('{')) ? undefined : judgeRedisRb(params)
}

/** `tls://h:1?ssl[cafile]=ca.pem`: what an address of Predis says. */
const ofAddress = (address: string): readonly (readonly [string, string])[] => {
  const [, scheme = '', query = ''] = /^(tls|rediss):\/\/[^?]*(?:\?(.*))?$/.exec(address) ?? []
  return scheme === ''
    ? []
    : [
        ['scheme', scheme],
        ...[...new URLSearchParams(query)].flatMap(([name, value]): [string, string][] => {
          const own = /^ssl\[(\w+)\]$/.exec(name)?.[1]
          return own === undefined ? [] : [[`ssl.${own}`, value]]
        }),
      ]
}

/** `'scheme' => 'tls', 'ssl' => ['cafile' => …]`: what PHP's streams are given. */
const judgePhp = ({ holder, positional }: Group, given: Params): readonly [Client, Judged] | undefined => {
  const address = ofAddress(positional[0]?.value ?? '')
  const params = new Map([...given, ...address])
  if (!/^new \\?(?:Predis\\)?Client$/.test(holder) || !/^(?:tls|rediss)$/.test(params.get('scheme') ?? ''))
    return undefined
  const of = (name: string) => params.get(`ssl.${name}`)
  if (['verify_peer', 'verify_peer_name'].some((name) => isNeither(of(name)))) return [PREDIS, OPEN]
  if (truth(of('verify_peer')) === false) return [PREDIS, ['none', 'verify_peer => false accepts any server.']]
  if (truth(of('verify_peer_name')) === false)
    return [PREDIS, ['chain', 'verify_peer_name => false accepts any server signed by the same CA.']]
  if (isFromEnvironment(of('cafile'))) return [PREDIS, OPEN]
  // Beside an address, a map holds options of the client: which of them reach the connection isn’t known.
  if (address.length > 0 && [...given.keys()].some((name) => /ssl/.test(name))) return [PREDIS, OPEN]
  return [PREDIS, of('cafile') === undefined ? PUBLIC : FULL]
}

const BY_LANGUAGE: Readonly<
  Record<
    string,
    ((group: Group, params: Params, document: ParsedDocument) => readonly [Client, Judged] | undefined) | undefined
  >
> = { python: judgePython, javascript: judgeNode, ruby: judgeRuby, php: judgePhp }

/** What such a call comes to; undefined for any other. */
export const judgeHttpClient = (document: ParsedDocument, group: Group): Finding | undefined => {
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const found = BY_LANGUAGE[document.language]?.(group, params, document)
  if (!found) return undefined
  const [known, judged] = found
  return {
    what: 'Settings in code',
    range: group.range,
    drivers: [verdictByCaFile(known, judged, params)],
    notes: [],
  }
}
