/** The password of a key store: made here by default, or the user's own. */

/** No characters that look alike, and none that a shell or a properties file would have to quote. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const LENGTH = 24

/** A random password of 24 characters, about 139 bits. */
export const generatePassword = (): string => {
  let password = ''
  while (password.length < LENGTH) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    // Only whole multiples of the alphabet's size, so that every character is as likely.
    if (byte < 256 - (256 % ALPHABET.length)) password += ALPHABET.charAt(byte % ALPHABET.length)
  }
  return password
}

/** keytool refuses shorter ones when it changes a store. */
const SHORTEST = 6

/** Passwords from Java tutorials, which everybody knows. */
const KNOWN = new Set(['changeit', 'changeme', 'password', 'secret', '123456'])

/** Why a password won't do, as a sentence, or undefined when it will. */
export const passwordProblem = (password: string): string | undefined => {
  if (password.length < SHORTEST) return `Java’s tools need at least ${String(SHORTEST)} characters.`
  if (KNOWN.has(password.toLowerCase())) return 'This is a well-known password. Choose another one.'
  if (/\p{Cc}|\p{Cs}/u.test(password)) return 'Control characters can’t be typed again. Leave them out.'
  return undefined
}
