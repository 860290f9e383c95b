/**
 * Checks with WebCrypto whether a private key belongs to a certificate: the key signs, the certificate's public
 * key verifies.
 */
import { DerError } from './der.ts'
import { wrapRsaKey } from './der-write.ts'
import { readCertificates, readPrivateKey, type KeyLabel } from './files.ts'
import { readPrivateKeyDer } from './private-key.ts'
import { UnusableFileError } from './unusable-file.ts'
import { requireWebCrypto } from './web-crypto.ts'
import type { Certificate, PublicKeyFacts } from './x509.ts'

interface Algorithms {
  readonly key: RsaHashedImportParams | EcKeyImportParams | { name: string }
  readonly sign: { name: string; hash?: string }
}

const cannotCheck = (type: string): UnusableFileError =>
  new UnusableFileError(
    'unknown-algorithm',
    `This page can’t check whether a key of type ${type} matches its certificate.`,
  )

const algorithmsFor = ({ type, curve }: PublicKeyFacts): Algorithms => {
  if (type === 'RSA') {
    return { key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, sign: { name: 'RSASSA-PKCS1-v1_5' } }
  }
  if (type === 'EC' && curve !== undefined) {
    return { key: { name: 'ECDSA', namedCurve: curve }, sign: { name: 'ECDSA', hash: 'SHA-256' } }
  }
  if (type === 'Ed25519') return { key: { name: type }, sign: { name: type } }
  throw cannotCheck(type)
}

/**
 * A private key as PKCS#8, whatever its label.
 * @param der as `readPrivateKey` returns it
 */
export const toPkcs8 = (label: KeyLabel, der: Uint8Array): Uint8Array =>
  label === 'PRIVATE KEY' ? der : wrapRsaKey(der)

/** What a certificate's key is called: "EC secp256k1". */
const keyType = ({ type, curve }: PublicKeyFacts): string => (curve === undefined ? type : `${type} ${curve}`)

/** WebCrypto has a name for the algorithm, but this browser doesn't support it. */
const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotSupportedError'

/**
 * Whether a private key belongs to a certificate. Bytes that are no key belong to none.
 * @param pkcs8 the key, as WebCrypto imports it
 * @throws {UnusableFileError} when that can't be checked here: no WebCrypto, or an algorithm that it lacks
 */
export const isPair = async (certificate: Certificate, pkcs8: Uint8Array): Promise<boolean> => {
  const subtle = requireWebCrypto('check the key')
  const { key, sign } = algorithmsFor(certificate.publicKey)
  let publicKey: CryptoKey
  try {
    publicKey = await subtle.importKey('spki', certificate.spki as BufferSource, key, false, ['verify'])
  } catch {
    // Without the certificate's key nothing can be said of another: an algorithm or a curve that this browser lacks.
    throw cannotCheck(keyType(certificate.publicKey))
  }
  try {
    const privateKey = await subtle.importKey('pkcs8', pkcs8 as BufferSource, key, false, ['sign'])
    const challenge = crypto.getRandomValues(new Uint8Array(32))
    const signature = await subtle.sign(sign, privateKey, challenge)
    return await subtle.verify(sign, publicKey, signature, challenge)
  } catch (error) {
    if (isMissing(error)) throw cannotCheck(keyType(certificate.publicKey))
    // WebCrypto says only "DataError": bytes that are no key, or a key of another kind than the certificate's.
    return false
  }
}

/** @throws {UnusableFileError} for bytes that are no key at all */
const requireKey = (der: Uint8Array): void => {
  try {
    readPrivateKeyDer(der)
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw new UnusableFileError('broken-key', `The API sent an invalid private key (${error.message}).`, {
      cause: error,
    })
  }
}

/**
 * Reads a certificate and a key, and tells whether they are a pair.
 * @throws {UnusableFileError} when either is broken, or when it can't be checked whether they are a pair
 */
export const readKeyPair = async (
  certificatePem: string | null | undefined,
  keyPem: string | null | undefined,
): Promise<{ readonly certificate: Certificate; readonly matches: boolean }> => {
  const [certificate] = readCertificates(certificatePem)
  const { label, der } = readPrivateKey(keyPem)
  if (!certificate) throw new UnusableFileError('nothing', 'The API sent no certificate.')
  requireKey(der)
  return { certificate, matches: await isPair(certificate, toPkcs8(label, der)) }
}
