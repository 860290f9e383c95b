/** Checks with WebCrypto whether a CA's key signed a certificate. Names aren't compared. */
import { children, DerError, expectTag, readBitString, readDer, TAG, type DerElement } from './der.ts'
import { webCrypto } from './web-crypto.ts'
import type { Certificate, PublicKeyFacts } from './x509.ts'

/** What WebCrypto can verify: the kind of key that makes such a signature, and the hash in it. */
const SIGNATURES: Record<string, { key: string; hash?: string }> = {
  sha1WithRSAEncryption: { key: 'RSA', hash: 'SHA-1' },
  sha256WithRSAEncryption: { key: 'RSA', hash: 'SHA-256' },
  sha384WithRSAEncryption: { key: 'RSA', hash: 'SHA-384' },
  sha512WithRSAEncryption: { key: 'RSA', hash: 'SHA-512' },
  'ecdsa-with-SHA1': { key: 'EC', hash: 'SHA-1' },
  'ecdsa-with-SHA256': { key: 'EC', hash: 'SHA-256' },
  'ecdsa-with-SHA384': { key: 'EC', hash: 'SHA-384' },
  'ecdsa-with-SHA512': { key: 'EC', hash: 'SHA-512' },
  Ed25519: { key: 'Ed25519' },
}

interface Verifier {
  readonly key: RsaHashedImportParams | EcKeyImportParams | { name: string }
  readonly verify: { name: string; hash?: string }
  /** The signature as WebCrypto wants it. */
  readonly convert: (signature: Uint8Array) => Uint8Array
}

/** An integer of an ECDSA signature at the curve's full length: DER drops leading zeros, and adds one before a high bit. */
const fixedLength = (integer: DerElement | undefined, length: number): Uint8Array => {
  const { content } = expectTag(integer, TAG.integer, 'a part of the signature')
  const bytes = content.subarray(content.findIndex((byte) => byte !== 0))
  if (bytes.length > length) throw new DerError('a part of the signature is too long')
  const padded = new Uint8Array(length)
  padded.set(bytes, length - bytes.length)
  return padded
}

const verifierFor = ({ type, curve, size = 0 }: PublicKeyFacts, hash: string | undefined): Verifier => {
  if (type === 'RSA' && hash !== undefined) {
    const name = 'RSASSA-PKCS1-v1_5'
    return { key: { name, hash }, verify: { name }, convert: (signature) => signature }
  }
  if (type === 'EC' && hash !== undefined) {
    const length = Math.ceil(size / 8)
    const convert = (signature: Uint8Array) => {
      const [r, s] = children(expectTag(readDer(signature), TAG.sequence, 'the signature'))
      return Uint8Array.from([...fixedLength(r, length), ...fixedLength(s, length)])
    }
    return { key: { name: 'ECDSA', namedCurve: curve ?? '' }, verify: { name: 'ECDSA', hash }, convert }
  }
  return { key: { name: type }, verify: { name: type }, convert: (signature) => signature }
}

const importKey = async (subtle: SubtleCrypto, spki: Uint8Array, { key }: Verifier): Promise<CryptoKey | undefined> => {
  try {
    return await subtle.importKey('spki', spki as BufferSource, key, false, ['verify'])
  } catch {
    // A curve that this browser lacks.
    return undefined
  }
}

/**
 * Whether the key of `issuer` made the signature of `certificate`.
 * @returns undefined when that can't be checked here: no WebCrypto, or an algorithm that it lacks
 */
export const isSignedBy = async (certificate: Certificate, issuer: Certificate): Promise<boolean | undefined> => {
  const made = SIGNATURES[certificate.signatureAlgorithm]
  const subtle = webCrypto()
  if (!made || !subtle) return undefined
  if (made.key !== issuer.publicKey.type) return false
  const verifier = verifierFor(issuer.publicKey, made.hash)
  const key = await importKey(subtle, issuer.spki, verifier)
  if (!key) return undefined
  const [signed, , signature] = children(readDer(certificate.der))
  try {
    const bytes = verifier.convert(readBitString(signature))
    return (
      signed !== undefined &&
      (await subtle.verify(verifier.verify, key, bytes as BufferSource, signed.bytes as BufferSource))
    )
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}
