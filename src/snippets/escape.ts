/**
 * Texts as literals of the languages that snippets are written in: what is data stays data, whatever stands in it.
 * All functions take texts without NUL and without halves of surrogate pairs (`renderGuide` sees to that).
 */

import { INVISIBLE_CHARACTERS } from '../lib/visible-text.ts'

/** A text that a format has no way to hold. The message is a sentence for the user. */
export class UnwritableError extends Error {
  override readonly name = 'UnwritableError'
}

const hex4 = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Invisible, or a line end to some readers: better seen. Joiners too, and Go forbids the byte order mark in its sources. */
const INVISIBLE = new RegExp(String.raw`[${INVISIBLE_CHARACTERS}\u00a0\u200c\u200d]`, 'g')

/** For JavaScript, Python and Go, whose escapes are a superset of JSON's. */
export const stringLiteral = (text: string): string => JSON.stringify(text).replace(INVISIBLE, hex4)

/** Any value as JSON in one line, in which nothing is hidden. */
export const jsonText = (value: unknown): string => JSON.stringify(value).replace(INVISIBLE, hex4)

// oxlint-disable-next-line no-control-regex -- the range of what is not ASCII
const NOT_ASCII = /[^\x00-\x7f]/g

/** For Java before 18, which reads sources in whatever encoding the system has: ASCII only. */
export const javaString = (text: string): string => JSON.stringify(text).replace(NOT_ASCII, hex4)

const BRACED: Readonly<Record<string, string>> = { b: '\\u{8}', f: '\\u{c}' }

/** Rust writes a character's number in braces, and keeps line breaks as they are. */
export const rustString = (text: string): string =>
  stringLiteral(text).replace(
    /\\(?:u([0-9a-f]{4})|([^]))/g,
    (escape, unit: string | undefined, letter: string | undefined) =>
      unit === undefined ? (BRACED[letter ?? ''] ?? escape) : `\\u{${unit}}`,
  )

/** In single quotes, where PHP knows two escapes and no variables. */
export const phpString = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`

/** In double quotes, where Ruby and Elixir put in what stands behind a `#`. */
export const rubyString = (text: string): string => rustString(text).replace(/#(?=[{$@])/g, String.raw`\#`)

const PROPERTY_ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' }

/** A value for `java.util.Properties`, which takes the backslash for an escape and bytes for Latin-1. */
export const propertyValue = (text: string): string =>
  text
    .replace(/[\\\n\r\t\f]/g, (character) => PROPERTY_ESCAPES[character] ?? character)
    .replace(/^ /, '\\ ')
    .replace(/[^\x20-\x7e]/g, hex4)

/** A value of `sasl.jaas.config`, in double quotes; its reader is Java's StreamTokenizer. */
export const jaasString = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`

/** A value of a libpq connection string: bare where it can be, else in single quotes. */
export const conninfoValue = (text: string): string =>
  /^[\w./:-]+$/.test(text) ? text : `'${text.replace(/[\\']/g, '\\$&')}'`

/** A part of a URI. Readers disagree about what may stand bare, so nearly nothing does. */
export const uriPart = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/** A path as the value of a URI's parameter: slashes and the colon of a drive stay readable. */
export const uriPath = (path: string): string => uriPart(path).replaceAll('%2F', '/').replaceAll('%3A', ':')

/**
 * A value on a line of its own, for kcat's file: it reads `\=` as `=` and `\:` as `:`, and has no way to
 * write those two.
 * @param what the thing that can't be written, for the message: "The password"
 */
export const lineValue = (text: string, what: string): string => {
  if (/[\n\r]|\\[=:]/.test(text) || text.trim() !== text)
    throw new UnwritableError(
      `${what} contains a line break, \\= or \\:, or starts or ends with a space: this client’s file can’t contain that.`,
    )
  return text
}
