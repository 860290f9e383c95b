/** An SSLContext of Python: the calls that make one, and what each statement does to it. */
import { byCaFile } from '../ca-file.ts'
import type { Judged } from '../verdict.ts'

const UNVERIFIED: Judged = ['none', 'The SSLContext verifies nothing: any server is accepted.']
const ANY_NAME: Judged = [
  'chain',
  'The SSLContext doesn’t check the host name: any server signed by the same CA is accepted.',
]
const REFUSED: Judged = [
  'fails',
  'Python raises a ValueError: with check_hostname on, verify_mode can’t be CERT_NONE. Name the CA file instead.',
]
const NO_CA: Judged = ['fails', 'This SSLContext trusts no CA at all: it rejects every server. Load ca.pem into it.']
export const OPEN: Judged = [
  'depends',
  'It depends on the SSLContext: ssl.create_default_context(cafile="ca.pem") verifies CA and host name.',
]
export const CHANGED: Judged = [
  'depends',
  'The code changes what the SSLContext checks on a condition, or in another place.',
]

/** What a context verifies; `trusts` is the file, `public` or nothing. */
export interface Context {
  readonly checksName: boolean
  readonly verifies: boolean
  readonly trusts: string | undefined
  readonly isRefused?: boolean
}

/** Arguments that leave open what it trusts, or whether it has a file. */
const OPEN_ARGUMENT = /\bcapath\b|\*|CLIENT_AUTH|getenv|environ|\bNone\b|\bif\b|\bor\b/
const PUBLIC = 'public'
/** A file that a variable names, or the CA itself. */
const ELSEWHERE = 'elsewhere'

const fileOf = (given: string, isFirst: boolean): string | undefined => {
  const named = /\bcafile\s*=\s*(?:["']([^"']*)["']|([^,]*))/.exec(given)
  if (named) return (named[1] ?? named[2])?.trim()
  if (/\bcadata\s*=/.test(given)) return ELSEWHERE
  const [first = ''] = given.split(',')
  return isFirst && first.trim() !== '' && !first.includes('=') ? first.trim().replace(/^["']|["']$/g, '') : undefined
}

/** The context that a call makes; undefined for another call, or one that doesn't say what it trusts. */
export const made = (call: string): Context | undefined => {
  const [, maker = '', given = ''] = /^(?:\w+\s*\.\s*)*(\w+)\s*\(([^]*)\)$/.exec(call.trim()) ?? []
  if (maker === '_create_unverified_context') return { checksName: false, verifies: false, trusts: undefined }
  if (maker === 'SSLContext' && !/,|SERVER\b/.test(given)) {
    const isClient = /\bPROTOCOL_TLS_CLIENT\b/.test(given)
    return /^\s*$|\bPROTOCOL_/.test(given) ? { checksName: isClient, verifies: isClient, trusts: undefined } : undefined
  }
  if (!/^create_(?:default|ssl|urllib3)_context$/.test(maker) || OPEN_ARGUMENT.test(given)) return undefined
  const file = fileOf(given, false)
  if (maker === 'create_urllib3_context') return undefined
  // What `purpose` is given may stand first.
  return { checksName: true, verifies: true, trusts: file ?? PUBLIC }
}

/** What a context comes to, when it's used as it is now. */
export const judgedOf = ({ checksName, verifies, trusts, isRefused }: Context): Judged => {
  if (isRefused) return REFUSED
  if (!verifies) return UNVERIFIED
  if (trusts === undefined) return NO_CA
  if (!checksName) return trusts === PUBLIC ? ANY_NAME : byCaFile(ANY_NAME, new Map([['ca', trusts]]))
  return trusts === PUBLIC
    ? ['public', 'Without cafile the SSLContext trusts only the system’s public CAs.']
    : byCaFile(['full', 'The SSLContext verifies the CA and the host name.'], new Map([['ca', trusts]]))
}

/** What may be done with a context without changing what it verifies. */
const KEEPS =
  /^(?:load_cert_chain|minimum_version|maximum_version|set_ciphers|set_alpn_protocols|options|keylog_filename|post_handshake_auth|set_default_verify_paths|wrap_socket)\b/

/** Arguments by which clients take one, and no other function: that may change what it's given. */
const TAKES = /(?:\b(?:ssl|ssl_context|sslcontext|verify|broker_credentials) = |: |\breturn )$/
const TAKES_CONTEXT = /\b(?:urlopen|HTTPSConnection|HTTPSHandler|SSLCredentials) \(/

type Effect = (context: Context | undefined) => Context | undefined
export const AS_IT_WAS: Effect = (context) => context
const LOST: Effect = () => undefined

/** What one statement does to a context of this name. */
export const effectOf = (words: string, name: string): Effect => {
  const given = new RegExp(String.raw`^(?:\w+ = )*${name} (?:: [\w .]+ )?= ([^=][^]*)$`).exec(words)?.[1]
  if (given !== undefined) return () => made(given.replaceAll(/ (?=[.(,)=])|(?<=[.(]) /g, ''))
  const [, rest = ''] = new RegExp(String.raw`^${name} \. ([^]*)$`).exec(words) ?? []
  const checked = /^check_hostname = (True|False)$/.exec(rest)?.[1]
  // Python turns verification on with it.
  if (checked === 'True') return (context) => context && { ...context, checksName: true, verifies: true }
  if (checked === 'False') return (context) => context && { ...context, checksName: false }
  const mode = /^verify_mode = (?:\w+ \. )*CERT_(NONE|OPTIONAL|REQUIRED)$/.exec(rest)?.[1]
  if (mode === 'NONE')
    return (context) =>
      context && { ...context, verifies: false, isRefused: context.checksName || context.isRefused === true }
  if (mode !== undefined) return (context) => context && { ...context, verifies: true }
  const loaded = /^load_verify_locations \( ([^]*) \)$/.exec(rest)?.[1]
  if (loaded !== undefined)
    return OPEN_ARGUMENT.test(loaded)
      ? LOST
      : (context) => context && { ...context, trusts: fileOf(loaded, true) ?? ELSEWHERE }
  if (/^(?:load_default_certs|set_default_verify_paths) \(/.test(rest))
    return (context) => context && { ...context, trusts: context.trusts ?? PUBLIC }
  if (KEEPS.test(rest)) return AS_IT_WAS
  // Passed by name, as clients take one: another function may change what it's given.
  const uses = words.split(new RegExp(String.raw`(?<!\. )\b${name}\b(?! [.=(])`)).slice(0, -1)
  const isPassed = uses.every(
    (before) => TAKES.test(before) || (TAKES_CONTEXT.test(words) && before.endsWith('context = ')),
  )
  return isPassed && !new RegExp(String.raw`\b${name} (?:\.|\()`).test(words) ? AS_IT_WAS : LOST
}
