/** Calls that say by the place of an argument how they connect: Jedis, PHP's mysqli, phpredis, WordPress' constants. */
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { FULL, OPEN } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { JEDIS_TLS } from '../redis/java-clients.ts'
import { isNeither, readClient, truth, type Client, type Judged, type Params } from '../verdict.ts'

type Known = readonly [what: string, Client, Judged, Params]

const MYSQLI: Client = {
  name: 'PHP mysqli',
  basis: 'run',
  source: 'PHP 8.2',
}
const WORDPRESS = readClient('WordPress (PHP mysqli)', 'mysqlnd_vio.c of PHP at 00443c7')
const PHPREDIS: Client = {
  name: 'phpredis',
  basis: 'run',
  source: 'phpredis 5.3.7 with PHP 8.2',
}

const JEDIS: Client = { name: 'Jedis (Java)', basis: 'read', source: 'Jedis 7.4.1 and 8.0.0' }

const NOTHING: Params = new Map()
const UNVERIFIED: Judged = [
  'none',
  'MYSQLI_CLIENT_SSL without a CA encrypts, but accepts any server. Name the CA with ssl_set().',
]

const isQuoted = ({ value, range }: Literal) => range.end - range.start > value.length
const isLiteral = (literal: Literal) => isQuoted(literal) || /^-?\d+$/.test(literal.value)
/** The machine itself and its neighbours: no service of a cloud. */
const NEAR = /^(?:localhost|127\.|10\.|192\.168\.|\/|$)|^[\w-]*$/

/** Of its constructors, each has at most one argument that is true or false: `ssl`. What follows it are Java's own objects. */
const jedis = (text: string, { holder, positional, range }: Group): Known | undefined => {
  if (!/^(?:new )?(?:\w+\.)*Jedis(?:Pool|Pooled|Cluster)?$/.test(holder)) return undefined
  const told = (judged: Judged): Known => ['Redis or Valkey settings', JEDIS, judged, NOTHING]
  const said = positional.find((one) => !isQuoted(one) && truth(one.value) !== undefined && one.value !== 'null')
  const isOpen = positional.some(
    (one) => !isQuoted(one) && /^(?:\w+\.)*(?:is|use)?(?:ssl|tls)(?:Enabled)?$/i.test(one.value),
  )
  if (said && !isLiteral(said))
    return told(truth(said.value) === true ? JEDIS_TLS : ['plain', 'ssl is false: nothing is encrypted.'])
  if (isOpen) return told(OPEN)
  // What configures the pool comes first; any other object may be a configuration of the client.
  const inner = text.slice(range.start + 1, range.end - 1)
  const rest = inner.replace(/^\s*(?:new\s+)?\w*[pP]ool\w*(?:<\w*>)?(?:\(\))?\s*,/, '')
  const count = rest.split(',').length
  const known = positional.filter((one) => isLiteral(one))
  const isShown = known.length === count && count >= 2 && known.some(({ value }) => /^\d{2,5}$/.test(value))
  return isShown && !NEAR.test(known[0]?.value ?? '') && !known.some(({ value }) => value.includes('://'))
    ? told(['plain', 'Without true as ssl, Jedis doesn’t use TLS.'])
    : undefined
}

/** The CA of mysqli's ssl_set(): its third file, behind the connection where it's a function. */
const caOfMysqli = ({ groups, words }: ParsedDocument): Literal | undefined | false => {
  if (/\b(?:if|elseif) \([^{};]*\) (?:\{ [^{}]*)?[^{};]*\bssl_set\b/.test(words)) return false
  const set = groups.filter(({ holder }) => /(?:^mysqli_|->)ssl_set$/.test(holder))
  if (set.length !== 1) return set.length === 0 ? undefined : false
  const [group] = set
  const ca = group?.positional[group.holder.startsWith('mysqli_') ? 3 : 2]
  return ca && (isQuoted(ca) || /^__DIR__\s*\.\s*["'][^"']+["']$/.test(ca.value)) ? ca : false
}

const byFlags = (flags: string, document: ParsedDocument): readonly [Judged, Params] => {
  const ca = caOfMysqli(document)
  if (flags.includes('MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT'))
    return [['none', 'Verification is turned off: any server is accepted.', 'php-mysqli-dont-verify'], NOTHING]
  if (ca === false || /\$(?!this)/.test(flags)) return [OPEN, NOTHING]
  if (ca) return [['full', 'With a CA in ssl_set() it verifies the server.'], new Map([['ssl_ca', ca.value]])]
  return [
    flags.includes('MYSQLI_CLIENT_SSL')
      ? UNVERIFIED
      : ['plain', 'Without MYSQLI_CLIENT_SSL or ssl_set(), mysqli doesn’t use TLS.'],
    NOTHING,
  ]
}

const mysqli = (document: ParsedDocument, { holder, positional }: Group): Known | undefined => {
  const isReal = /(?:^mysqli_|->)real_connect$/.test(holder)
  if (!isReal && !/^(?:new \\?mysqli|mysqli_connect)$/.test(holder)) return undefined
  const args = holder === 'mysqli_real_connect' ? positional.slice(1) : positional
  const [host, user] = args
  if (!host || !user || (isQuoted(host) && NEAR.test(host.value))) return undefined
  const [judged, params] = isReal
    ? byFlags(args[6]?.value ?? '', document)
    : [
        ['plain', 'It has no argument for TLS: nothing is encrypted. Use real_connect() with ssl_set().'] as const,
        NOTHING,
      ]
  return ['MySQL settings', MYSQLI, judged, params]
}

/** `define('NAME', value)` of wp-config.php, at the host: WordPress hands MYSQL_CLIENT_FLAGS on, and has no setting for a CA. */
const wordpress = ({ groups }: ParsedDocument, group: Group): Known | undefined => {
  if (group.holder !== 'define' || group.positional[0]?.value !== 'DB_HOST') return undefined
  const constants = new Map(
    groups.flatMap(({ holder, positional: [name, value] }) =>
      holder === 'define' && name ? [[name.value, value] as const] : [],
    ),
  )
  const host = constants.get('DB_HOST')
  if (
    !['DB_USER', 'DB_PASSWORD'].some((name) => constants.has(name)) ||
    (host && isQuoted(host) && NEAR.test(host.value))
  )
    return undefined
  const flags = constants.get('MYSQL_CLIENT_FLAGS')
  const judged: Judged = !constants.has('MYSQL_CLIENT_FLAGS')
    ? ['plain', 'Without MYSQL_CLIENT_FLAGS, WordPress doesn’t use TLS.']
    : flags === undefined || !flags.value.includes('MYSQLI_CLIENT_SSL')
      ? OPEN
      : flags.value.includes('DONT_VERIFY')
        ? ['none', 'Verification is turned off: any server is accepted.', 'php-mysqli-dont-verify']
        : ['none', 'MYSQLI_CLIENT_SSL encrypts, but accepts any server: WordPress has no setting for a CA.']
  return ['MySQL settings', WORDPRESS, judged, NOTHING]
}

const phpredis = ({ words }: ParsedDocument, { holder, positional, settings }: Group): Known | undefined => {
  const isCall = /->p?connect$/.test(holder) && /\bnew \\? ?Redis \(/.test(words)
  const [host] = isCall ? positional : settings.filter(({ name }) => name === 'host').map(({ literal }) => literal)
  if ((!isCall && !/^new \\?Redis$/.test(holder)) || !host || !isQuoted(host)) return undefined
  // What stands beside them is read by neither.
  const context = isCall ? 'stream' : 'ssl'
  const of = (name: string) => settings.find((one) => one.name === `${context}.${name}`)?.literal.value
  const [peer, name, ca] = [of('verify_peer'), of('verify_peer_name'), of('cafile')]
  const told = (judged: Judged): Known => [
    'Redis or Valkey settings',
    PHPREDIS,
    judged,
    new Map(ca === undefined ? [] : [['ca', ca]]),
  ]
  const hasContext = isCall && settings.some((one) => one.name.startsWith('stream.'))
  if (!/^(?:tls|ssl|rediss):\/\//.test(host.value) && !hasContext)
    return NEAR.test(host.value) || host.value.includes('://')
      ? undefined
      : told(['plain', 'Without tls:// before the host, nothing is encrypted.'])
  if (isNeither(peer) || isNeither(name) || /\benv\b|getenv|\$/.test(ca ?? '')) return told(OPEN)
  if (truth(peer) === false) return told(['none', 'verify_peer => false accepts any server.'])
  if (truth(name) === false)
    return told(['chain', 'verify_peer_name => false accepts any server signed by the same CA.'])
  return told(
    ca === undefined
      ? ['public', 'Without cafile it trusts only the system’s CAs: servers signed by the project CA are rejected.']
      : FULL,
  )
}

/** What such a call comes to; undefined for any other. */
export const judgePositional = (text: string, document: ParsedDocument, group: Group): Finding | undefined => {
  const { language } = document
  const found =
    language === 'java' || language === 'kotlin' || language === 'javascript'
      ? jedis(text, group)
      : language === 'php'
        ? (mysqli(document, group) ?? wordpress(document, group) ?? phpredis(document, group))
        : undefined
  if (!found) return undefined
  const [what, client, judged, params] = found
  return { what, range: group.range, drivers: [verdictByCaFile(client, judged, params)], notes: [] }
}
