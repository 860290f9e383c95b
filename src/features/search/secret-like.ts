/** What was typed or pasted into a search, and had better not stand in a link: links are kept by browsers, and passed on. */
import { secretRanges } from '../../diagnose/mask/mask-secrets.ts'

/** A URI, which may hold a login; any armour. */
const MATERIAL = /\w:\/\/\S|-----BEGIN/

const LONG = 24

/** As no name is: long, with capitals, small letters and digits. Fingerprints are looked for, and are hexadecimal. */
const isTokenLike = (word: string): boolean =>
  word.length >= LONG && /[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word) && !/^[\da-f:]+$/i.test(word)

/** Whether there may be a secret in it. Where there is a doubt, there is one: the search goes on all the same. */
export const isSecretLike = (text: string): boolean =>
  MATERIAL.test(text) || text.split(/\s+/).some(isTokenLike) || secretRanges(text).length > 0

/** What of a search may stand in the URL: all of it, or nothing. */
export const linkable = (text: string): string => (isSecretLike(text) ? '' : text)
