/** What is written in base64: a secret in it is as good as in plain. */
import type { Range } from '../../lib/ranges.ts'

/** One value; its lines go on where each is as long as base64 is wrapped. */
const BASE64 =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,20000}(?:(?<=[A-Za-z0-9+/]{60})[ \t]*\r?\n[ \t]*[A-Za-z0-9+/]{2,20000})*={0,2}/g
/** `user:password`, as headers and registries have it. */
const LOGIN = /^[^\s:/]{1,100}:(?!\/\/)\S{3,}\s*$/
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/

/** A longer value holds a file; its head tells. */
const HEAD = 4096

const fromBase64 = (token: string): string | undefined => {
  const chars = token.slice(0, HEAD).replaceAll(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  try {
    const binary = atob(chars.length % 4 === 1 ? chars.slice(0, -1) : chars)
    // The head of a longer value may end within a character.
    const text = new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))).replace(/\ufffd$/, '')
    return NO_TEXT.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** In base64 once more: a secret in a secret, no deeper. */
const DEEPEST = 2

/**
 * Values in base64 that hold a secret; each is secret as a whole.
 * @param isSecret whether a text in plain has one
 */
export const base64Ranges = (text: string, isSecret: (plain: string) => boolean, depth = 0): Range[] =>
  [...text.matchAll(BASE64)].flatMap(({ 0: token, index }) => {
    const plain = fromBase64(token)
    if (plain === undefined) return []
    const holds =
      LOGIN.test(plain) || isSecret(plain) || (depth < DEEPEST && base64Ranges(plain, isSecret, depth + 1).length > 0)
    return holds ? [{ start: index, end: index + token.length }] : []
  })
