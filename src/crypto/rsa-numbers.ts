/** Whether the numbers of an RSA key belong together (RFC 8017, 3.2): a changed byte leaves DER that reads well. */
import { children, DerError, expectTag, readDer, TAG, toHex, type DerElement } from './der.ts'

/** Longer keys are made by nobody, and take long to calculate with. */
const MAX_BYTES = 2048

const number = ({ content }: DerElement): bigint => BigInt(`0x${toHex(content) || '0'}`)

/**
 * @param pkcs8 of an RSA key
 * @returns undefined for one that has only some of its numbers, or more than two primes
 */
export const rsaNumbersFit = (pkcs8: Uint8Array): boolean | undefined => {
  try {
    const [, , inner] = children(expectTag(readDer(pkcs8), TAG.sequence, 'a private key'))
    const parts = children(readDer(expectTag(inner, TAG.octetString, 'a private key').content))
    if (parts.length > 9 || parts.some(({ content }) => content.length > MAX_BYTES)) return undefined
    if (parts.length < 9 || parts.some(({ tag }) => tag !== TAG.integer)) return false
    const [, n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp = 0n, dq = 0n, inverse = 0n] = parts.map(number)
    if ([n, e, d, p, q, dp, dq, inverse].some((one) => one < 2n)) return undefined
    return (
      n === p * q &&
      (e * d) % (p - 1n) === 1n &&
      (e * d) % (q - 1n) === 1n &&
      dp === d % (p - 1n) &&
      dq === d % (q - 1n) &&
      (inverse * q) % p === 1n
    )
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}
