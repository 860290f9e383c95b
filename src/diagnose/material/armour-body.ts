/** Reads the base64 of a PEM block: takes off what programs, mails and source code put around its lines, and says what that was. */

/** What has happened to a block's text. All of these can be undone without a guess. */
export type Damage =
  | 'crlf'
  | 'escaped-newlines'
  | 'quotes'
  | 'one-line'
  | 'indented'
  | 'odd-dashes'
  | 'joined'
  | 'no-end-line'
  | 'no-begin-line'
  | 'line-prefix'
  | 'blank-lines'
  | 'cr'
  | 'continuation'
  | 'markup'
  | 'lost-backslash'
  | 'base64url'
  | 'odd-layout'
  | 'wrong-label'

/** Why a block holds no bytes. */
export type Fault = 'cut-off' | 'not-base64' | 'label-mismatch' | 'empty' | 'encrypted'

/** Base64 without white space, its padding there or not; undefined for what is none. */
export const decodeBase64 = (text: string): Uint8Array | undefined => {
  try {
    const binary = atob(text)
    // A loop: Uint8Array.from walks a string by code points, ten times slower.
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return undefined
  }
}

/** Line ends as text: `\n` in JSON, .env and YAML, twice escaped in JSON within JSON. */
const ESCAPES = /\\+(?:r|n|u000a|u000d)/g
/** A slash that JSON of PHP escapes. */
const SLASHES = /\\+\//g
/** Quotes of one line of code, with what joins them: `"…" + "…"`, `'…',`, PHP's `"…" .`. A plus behind the first one is base64. */
const QUOTES = /["'`]\s*[+,;.]\s*(?=["'`])|["'`](?:[ \t]*[+,;.])?(?=[ \t]*$)|["'`]/gm
/** A backslash at a line's end: Java's properties, shells, Dockerfiles. */
const CONTINUATION = /\\+[ \t]*(?=\n|$)/g
/** Line ends of HTML, XML and RTF. */
const MARKUP = /<br\s*\/?>|<\/?p>|\\par\b[ ]?\n?|&#(?:10|13|x0?a|x0?d);/gi
/** Spaces without a width, and marks where a word may be broken. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
/** Marks of quoted mail, of comments and of patches before each line; what begins an item of a list has a space behind it. */
const PREFIX = /^[ \t]*(?:(?:>|#|\*)+[ \t]?|[-\u2022\u00b7][ \t]+)(?=[A-Za-z0-9+/=]|$)/gm
const COMMENT = /^[ \t]*\/\/[ \t]?/gm
/** `Proc-Type: 4,ENCRYPTED` and its like (RFC 1421). */
const HEADERS = /^[ \t]*[A-Za-z-]+:[^\n]*\n/gm

/** Base64 itself has lines that begin with two slashes: a comment has them before most lines. */
const isCommented = (text: string): boolean =>
  (text.match(COMMENT)?.length ?? 0) * 2 > (text.match(/^[ \t]*\S/gm)?.length ?? 0)

interface Body {
  readonly base64: string
  readonly damage: Damage[]
  readonly encrypted: boolean
}

/** A body as programs write it: nothing has to be taken off. Lines that begin with two slashes may be comments. */
const AS_WRITTEN = /^\n(?:(?!\/\/)[A-Za-z0-9+/]+={0,2}\n)+$/

/** The base64 of a body: what stands between and before its lines is taken off, and named. */
export const cleanLines = (raw: string): Body => {
  if (AS_WRITTEN.test(raw)) return { base64: raw.replaceAll('\n', ''), damage: [], encrypted: false }
  const damage = new Set<Damage>()
  let text = raw
  const undo = (pattern: RegExp, by: string, found: Damage) => {
    const next = text.replace(pattern, by)
    if (next !== text) damage.add(found)
    text = next
  }
  if (text.includes('\r\n')) damage.add('crlf')
  text = text.replaceAll('\r\n', '\n')
  undo(/\r/g, '\n', 'cr')
  undo(UNSEEN, '', 'odd-layout')
  undo(MARKUP, '\n', 'markup')
  undo(SLASHES, '/', 'escaped-newlines')
  undo(ESCAPES, '\n', 'escaped-newlines')
  undo(CONTINUATION, '', 'continuation')
  undo(QUOTES, '', 'quotes')
  // The backslash of each \\n is lost: an n stands where a line ended.
  if (/^n[A-Za-z0-9+/]{64}n/.test(text)) undo(/^n|([A-Za-z0-9+/]{64})n|n$/g, '$1\n', 'lost-backslash')
  const encrypted = /Proc-Type:\s*4,\s*ENCRYPTED/.test(text)
  text = text.replace(HEADERS, '')
  undo(PREFIX, '', 'line-prefix')
  if (isCommented(text)) undo(COMMENT, '', 'line-prefix')
  const lines = text.split('\n')
  const inside = lines.slice(1, -1)
  if (lines.length <= 2 && text.trim() !== '') damage.add('one-line')
  if (inside.some((line) => /^[ \t]+\S/.test(line))) damage.add('indented')
  if (inside.some((line) => line.trim() === '')) damage.add('blank-lines')
  let base64 = text.replace(/\s+/g, '')
  if (/[-_]/.test(base64) && /^[A-Za-z0-9_-]+={0,2}$/.test(base64)) {
    base64 = base64.replaceAll('-', '+').replaceAll('_', '/')
    damage.add('base64url')
  }
  return { base64, damage: [...damage], encrypted }
}

export interface ReadBody {
  /** The bytes inside, where there are any that can be read. */
  readonly der: Uint8Array | undefined
  readonly fault: Fault | undefined
  /** The first character that is no base64, where that is the fault. */
  readonly culprit: string | undefined
}

/** The bytes of a block whose lines have been put in order, or why there are none. */
export const readBody = ({ base64, encrypted }: Body): ReadBody => {
  if (encrypted) return { der: undefined, fault: 'encrypted', culprit: undefined }
  if (base64 === '') return { der: undefined, fault: 'empty', culprit: undefined }
  const der = decodeBase64(base64)
  if (der) return { der, fault: undefined, culprit: undefined }
  return { der: undefined, fault: 'not-base64', culprit: /[^A-Za-z0-9+/=]/.exec(base64)?.[0] }
}

/** Whether a block’s body holds something: base64, or what an encrypted key has. */
export const decodes = (body: Body): boolean => body.encrypted || readBody(body).der !== undefined
