/**
 * What was typed or pasted into a search, and had better not stand in a link: links are kept by browsers, and passed on.
 * A coarse rule, for it is in every first screen: what masks secrets in texts (diagnose/mask) is eight times its size.
 */

/** What names and filters don't look like, and what holds secrets does. */
const NO_NAME = [
  // A URI, any armour.
  /:\/\/|-----/,
  // Code, markup, values in quotes.
  /["'`(){}<>;\\$|](?!\d)/,
  // A setting, a header or a flag that is called so, with something behind it.
  /(?:pass\w*|pwd|[._-]pw|secret|token|credentials?|auth\w*|user\.info|[._-]key|^key|bearer|basic|aivenv1)(?:\s*[:=]\s*|\s+)\S/i,
  /AVNS_/,
  // A value apart from its name.
  /\bvalue\s*[:=]\s*\S/i,
  // A command with flags.
  /\b(?:mysql\w*|mariadb|redis-cli|valkey-cli|psql|curl|kcat)\s(?:.*\s)?-/,
  // A short flag that holds a password.
  /\s-{1,2}(?:pw?|P|W)\s+\S/,
  // A login before a host, which may be cut off; the fields of .pgpass.
  /\S:\S+@|\.\S*:\d+:[^\s:]*:[^\s:]*:/,
]

/** A filter whose value needs its quotes, as in `status:"Powered off"`: what stands in them is judged without them. */
const QUOTED_FILTER = /(?<!\S)(-?(?:status|tag|cloud|region|plan|project):)"([\p{L}\p{N}\s_.,=+-]*)"(?!\S)/gu

const LONG = 24

/** As no name is: long, with capitals, small letters and digits. Fingerprints are looked for, and are hexadecimal. */
const isTokenLike = (word: string): boolean =>
  word.length >= LONG && /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word) && !/^[\da-f:]+$/i.test(word)

/** Whether there may be a secret in it. Where there is a doubt, there is one: the search goes on all the same. */
export const isSecretLike = (text: string): boolean => {
  const plain = text.replaceAll(QUOTED_FILTER, '$1$2')
  return NO_NAME.some((pattern) => pattern.test(plain)) || plain.split(/\s+/).some(isTokenLike)
}

/** What of a search may stand in the URL: all of it, or nothing. */
export const linkable = (text: string): string => (isSecretLike(text) ? '' : text)
