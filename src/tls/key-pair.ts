/**
 * Does a private key belong to a certificate? Asked of WebCrypto: the key signs, the certificate's public
 * key verifies.
 */
import { readCertificates, readPrivateKey, type KeyLabel } from './files.ts'
import { UnusableFileError } from './unusable-file.ts'
import { webCrypto } from './web-crypto.ts'
import type { Certificate, PublicKeyFacts } from './x509.ts'

interface Algorithms {
  readonly key: RsaHashedImportParams | EcKeyImportParams | { name: string }
  readonly sign: { name: string; hash?: string }
}

const algorithmsFor = ({ type, curve }: PublicKeyFacts): Algorithms => {
  if (type === 'RSA') {
    return { key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, sign: { name: 'RSASSA-PKCS1-v1_5' } }
  }
  if (type === 'EC' && curve !== undefined) {
    return { key: { name: 'ECDSA', namedCurve: curve }, sign: { name: 'ECDSA', hash: 'SHA-256' } }
  }
  if (type === 'Ed25519') return { key: { name: type }, sign: { name: type } }
  throw new UnusableFileError(`The console cannot check whether a key of type ${type} matches its certificate.`)
}

const derElement = (tag: number, content: Uint8Array): Uint8Array => {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([tag, ...size, ...content])
}

/** version 0 and rsaEncryption with NULL parameters: what stands before the key in PKCS#8 (RFC 5208). */
const PKCS8_RSA_HEAD = [
  0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
]

const toPkcs8 = (label: KeyLabel, der: Uint8Array): Uint8Array =>
  label === 'PRIVATE KEY' ? der : derElement(0x30, Uint8Array.from([...PKCS8_RSA_HEAD, ...derElement(0x04, der)]))

const importPair = async (subtle: SubtleCrypto, certificate: Certificate, pkcs8: Uint8Array, { key }: Algorithms) => {
  try {
    return await Promise.all([
      subtle.importKey('pkcs8', pkcs8 as BufferSource, key, false, ['sign']),
      subtle.importKey('spki', certificate.spki as BufferSource, key, false, ['verify']),
    ])
  } catch {
    // WebCrypto says only "DataError": bytes that are no key, or a key of another kind than the certificate's.
    throw new UnusableFileError('The access key does not match the access certificate, or is broken.')
  }
}

/**
 * Checks that a certificate and a key are a pair, and returns the certificate.
 * @throws {UnusableFileError} when either is broken, when they are not a pair, or when that can't be checked
 */
export const checkKeyPair = async (
  certificatePem: string | null | undefined,
  keyPem: string | null | undefined,
): Promise<Certificate> => {
  const [certificate] = readCertificates(certificatePem)
  const { label, der } = readPrivateKey(keyPem)
  if (!certificate) throw new UnusableFileError('The API sent no certificate.')
  const subtle = webCrypto()
  if (!subtle) {
    throw new UnusableFileError(
      'The browser cannot check the key on this page, because it was not opened over https or on localhost.',
    )
  }
  const algorithms = algorithmsFor(certificate.publicKey)
  const [privateKey, publicKey] = await importPair(subtle, certificate, toPkcs8(label, der), algorithms)
  const challenge = crypto.getRandomValues(new Uint8Array(32))
  const signature = await subtle.sign(algorithms.sign, privateKey, challenge)
  if (!(await subtle.verify(algorithms.sign, publicKey, signature, challenge))) {
    throw new UnusableFileError('The access key does not match the access certificate: they are not a pair.')
  }
  return certificate
}
