/** Recognises DER by its structure, not by its label: kinds that are neither certificates nor private keys. */
import { children, DerError, readDer, TAG, type DerElement } from './der.ts'

/** As PEM labels them, but for `PKCS12`, which has no PEM. */
export type DerLabel =
  | 'CERTIFICATE REQUEST'
  | 'X509 CRL'
  | 'PUBLIC KEY'
  | 'RSA PUBLIC KEY'
  | 'DH PARAMETERS'
  | 'X9.42 DH PARAMETERS'
  | 'DSA PARAMETERS'
  | 'EC PARAMETERS'
  | 'PKCS12'

const SEQUENCE = TAG.sequence
const INTEGER = TAG.integer
const isSequence = (element: DerElement | undefined): element is DerElement => element?.tag === SEQUENCE
const tagsOf = (elements: readonly DerElement[]) => elements.map(({ tag }) => tag)
const startsWith = (tags: readonly number[], ...expected: readonly number[]) =>
  expected.every((tag, index) => tags[index] === tag)

/** The signed part of a request (RFC 2986) or of a revocation list (RFC 5280). */
const signedLabel = (parts: readonly DerElement[]): DerLabel | undefined => {
  const tags = tagsOf(parts)
  // Version, name, key, and attributes, which may be left out by mistake.
  if (startsWith(tags, INTEGER, SEQUENCE, SEQUENCE) && (tags.length === 3 || tags[3] === 0xa0))
    return 'CERTIFICATE REQUEST'
  const [algorithm, name, time] = tags[0] === INTEGER ? tags.slice(1) : tags
  const isDated = time === TAG.utcTime || time === TAG.generalizedTime
  return algorithm === SEQUENCE && name === SEQUENCE && isDated ? 'X509 CRL' : undefined
}

/** Length in bytes, without the zero byte that DER puts before a high bit. */
const sizeOf = ({ content }: DerElement) => content.length - (content[0] === 0 ? 1 : 0)
const LARGE = 64
/** Usual generators of Diffie-Hellman groups. Neither is used as the public exponent of an RSA key. */
const isGenerator = ({ content }: DerElement) => content.length === 1 && (content[0] === 2 || content[0] === 5)

/** A SEQUENCE of integers: PKCS#1 (RFC 8017), PKCS#3, X9.42 (RFC 3279) or DSA, told apart by their sizes. */
const numbersLabel = (numbers: readonly DerElement[]): DerLabel | undefined => {
  const [first, second, third] = numbers
  if (!first || !second || sizeOf(first) < LARGE) return undefined
  if (!third) return isGenerator(second) || sizeOf(second) >= LARGE ? 'DH PARAMETERS' : 'RSA PUBLIC KEY'
  // Behind prime and generator, PKCS#3 has the length of a secret, at most four bytes.
  if (sizeOf(third) <= 4) return 'DH PARAMETERS'
  return sizeOf(second) >= 20 && sizeOf(second) <= 32 && sizeOf(third) > sizeOf(second)
    ? 'DSA PARAMETERS'
    : 'X9.42 DH PARAMETERS'
}

const labelOf = (der: DerElement): DerLabel | undefined => {
  if (der.tag === TAG.oid) return 'EC PARAMETERS'
  if (!isSequence(der)) return undefined
  const parts = children(der)
  const tags = tagsOf(parts)
  const [first, second, third] = parts
  if (startsWith(tags, SEQUENCE, SEQUENCE, TAG.bitString) && first && tags.length === 3)
    return signedLabel(children(first))
  if (startsWith(tags, SEQUENCE, TAG.bitString) && first && tags.length === 2)
    return children(first)[0]?.tag === TAG.oid ? 'PUBLIC KEY' : undefined
  if (first?.tag === INTEGER && first.content[0] === 3 && isSequence(second) && (!third || isSequence(third)))
    return 'PKCS12'
  // X9.42 may end with a SEQUENCE of validation parameters.
  const numbers = isSequence(parts.at(-1)) && parts.length > 3 ? parts.slice(0, -1) : parts
  return numbers.length >= 2 && numbers.length <= 4 && numbers.every(({ tag }) => tag === INTEGER)
    ? numbersLabel(numbers)
    : undefined
}

/** The label that bytes call for; undefined for certificates, private keys, PKCS#7 and whatever isn't known. */
export const derLabel = (der: Uint8Array): DerLabel | undefined => {
  try {
    return labelOf(readDer(der))
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}
