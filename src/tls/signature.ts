/** Did this issuer sign this certificate? Asked of WebCrypto. */
import { children, DerError, expectTag, readDer, TAG } from './der.ts'
import { webCrypto } from './web-crypto.ts'
import type { Certificate } from './x509.ts'

/** Hashes by the names of signature algorithms (`x509.ts`); those that WebCrypto lacks are not here. */
const HASHES: Record<string, string> = {
  sha1WithRSAEncryption: 'SHA-1',
  sha256WithRSAEncryption: 'SHA-256',
  sha384WithRSAEncryption: 'SHA-384',
  sha512WithRSAEncryption: 'SHA-512',
  'ecdsa-with-SHA1': 'SHA-1',
  'ecdsa-with-SHA256': 'SHA-256',
  'ecdsa-with-SHA384': 'SHA-384',
  'ecdsa-with-SHA512': 'SHA-512',
}

/** X.509 writes an ECDSA signature as two integers, WebCrypto wants them side by side at the curve's length. */
const toP1363 = (signature: Uint8Array, bits: number): Uint8Array => {
  const size = Math.ceil(bits / 8)
  const flat = new Uint8Array(size * 2)
  const [r, s] = children(expectTag(readDer(signature), TAG.sequence, 'an ECDSA signature'))
  for (const [index, element] of [r, s].entries()) {
    const { content } = expectTag(element, TAG.integer, 'a number of the signature')
    const number = content.subarray(content.findIndex((byte) => byte !== 0))
    if (number.length > size) throw new DerError('a number that is too large for the curve')
    flat.set(number, size * (index + 1) - number.length)
  }
  return flat
}

const algorithmsFor = ({ publicKey: { type, curve } }: Certificate, hash: string | undefined) => {
  if (type === 'Ed25519') return { key: { name: type }, verify: { name: type } }
  if (hash === undefined) return undefined
  if (type === 'RSA') {
    const name = 'RSASSA-PKCS1-v1_5'
    return { key: { name, hash }, verify: { name } }
  }
  return type === 'EC' && curve !== undefined
    ? { key: { name: 'ECDSA', namedCurve: curve }, verify: { name: 'ECDSA', hash } }
    : undefined
}

/**
 * Whether the issuer's key has signed the certificate.
 * @returns undefined where that cannot be checked: no WebCrypto on this page, or an algorithm that it lacks
 */
export const isSignedBy = async (certificate: Certificate, issuer: Certificate): Promise<boolean | undefined> => {
  const subtle = webCrypto()
  const algorithms = algorithmsFor(issuer, HASHES[certificate.signatureAlgorithm])
  if (!subtle || !algorithms) return undefined
  const { size } = issuer.publicKey
  try {
    const key = await subtle.importKey('spki', issuer.spki as BufferSource, algorithms.key, false, ['verify'])
    const signature =
      issuer.publicKey.type === 'EC' ? toP1363(certificate.signature, size ?? 0) : certificate.signature
    return await subtle.verify(algorithms.verify, key, signature as BufferSource, certificate.signed as BufferSource)
  } catch (error) {
    // A signature of another form than the issuer's key makes; or a key, a curve, that WebCrypto does not take.
    return error instanceof DerError ? false : undefined
  }
}

/** Whether two names are the same, attribute by attribute. */
export const sameName = (a: Certificate['subject'], b: Certificate['subject']): boolean =>
  a.length === b.length && a.every(({ type, value }, index) => type === b[index]?.type && value === b[index].value)

/** Subject and issuer are one: a root, or something made to look like one. */
export const isSelfIssued = ({ subject, issuer }: Certificate): boolean => sameName(subject, issuer)

/** Whether two stretches of bytes are the same. Not for secrets: it stops at the first difference. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
