/**
 * Finds search texts that should not go into a link, because browsers keep links and people share them. A coarse rule,
 * because it is part of the first screen: the full masking of secrets (diagnose/mask) is eight times its size.
 */

/** Patterns of texts with secrets; names and filters don't match them. */
const NO_NAME = [
  // A URI, or PEM.
  /:\/\/|-----/,
  // Code, markup, values in quotes.
  /["'`(){}<>;\\$|](?!\d)/,
  // A setting, a header or a flag with such a name, followed by a value.
  /(?:pass\w*|pwd|[._-]pw|secret|token|credentials?|auth\w*|user\.info|[._-]key|^key|bearer|basic|aivenv1)[*_]*(?:\s*[:=]\s*|\s+)\S/i,
  /AVNS_/,
  // A value separate from its name.
  /\bvalue\s*[:=]\s*\S/i,
  // A command with flags.
  /\b(?:mysql\w*|mariadb|redis-cli|valkey-cli|psql|curl|kcat)\s(?:.*\s)?-/,
  // A short flag that holds a password.
  /\s-{1,2}(?:pw?|P|W)\s+\S/,
  // A login before a host, which may be cut off; the fields of .pgpass.
  /\S:\S+@|\.\S*:\d+:[^\s:]*:[^\s:]*:/,
]

/** A filter with a quoted value, as in `status:"Powered off"`: the value is checked without its quotes. */
const QUOTED_FILTER = /(?<!\S)(-?(?:status|tag|cloud|region|plan|project):)"([\p{L}\p{N}\s_.,=+-]*)"(?!\S)/gu

const LONG = 24

/** Unlike any name: long, with upper case, lower case and digits. Fingerprints are hexadecimal, so they stay searchable. */
const isTokenLike = (word: string): boolean =>
  word.length >= LONG && /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word) && !/^[\da-f:]+$/i.test(word)

/** Whether a text may contain a secret. In doubt it does; the search works either way. */
export const isSecretLike = (text: string): boolean => {
  const plain = text.replaceAll(QUOTED_FILTER, '$1$2')
  return NO_NAME.some((pattern) => pattern.test(plain)) || plain.split(/\s+/).some(isTokenLike)
}

/** The part of a search that may go into the URL: all of it, or nothing. */
export const linkable = (text: string): string => (isSecretLike(text) ? '' : text)
