/** Private keys in the forms that people hold them: what they are, and PKCS#8, which WebCrypto imports. */
import { children, DerError, expectTag, readDer, readOid, TAG, type DerElement } from './der.ts'

export interface PrivateKey {
  readonly type: 'RSA' | 'EC' | 'Ed25519' | 'Ed448' | 'other'
  /** PKCS#8; undefined for a SEC 1 key that does not say which curve it is on. */
  readonly pkcs8: Uint8Array | undefined
}

const RSA_OID = '1.2.840.113549.1.1.1'
const EC_OID = '1.2.840.10045.2.1'
const TYPES: Record<string, PrivateKey['type']> = {
  [RSA_OID]: 'RSA',
  '1.2.840.113549.1.1.10': 'RSA',
  [EC_OID]: 'EC',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

const element = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([tag, ...size, ...parts.flatMap((part) => [...part])])
}

const VERSION_0 = Uint8Array.of(0x02, 0x01, 0x00)
/** rsaEncryption with NULL parameters (RFC 8017, A.1), and the OID of EC keys (RFC 5480). */
const RSA_ALGORITHM = Uint8Array.from([0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0])
const EC_OID_BYTES = Uint8Array.from([6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1])

/** PKCS#1 (RFC 8017, A.1.2): version and eight integers. */
const isPkcs1 = (parts: readonly DerElement[]) => parts.length === 9 && parts.every(({ tag }) => tag === TAG.integer)

const fromSec1 = (der: Uint8Array, parts: readonly DerElement[]): PrivateKey => {
  const parameters = parts.find(({ tag }) => tag === 0xa0)
  if (!parameters) return { type: 'EC', pkcs8: undefined }
  const algorithm = element(0x30, EC_OID_BYTES, parameters.content)
  return { type: 'EC', pkcs8: element(0x30, VERSION_0, algorithm, element(0x04, der)) }
}

/**
 * A private key out of PKCS#8 (RFC 5958), PKCS#1 or SEC 1 (RFC 5915).
 * @throws {DerError} when the bytes are none
 */
export const readPrivateKeyDer = (der: Uint8Array): PrivateKey => {
  const parts = children(expectTag(readDer(der), TAG.sequence, 'a private key'))
  const [version, second, third] = parts
  expectTag(version, TAG.integer, "the key's version")
  if (second?.tag === TAG.sequence && third?.tag === TAG.octetString) {
    return { type: TYPES[readOid(children(second)[0])] ?? 'other', pkcs8: der }
  }
  if (isPkcs1(parts)) {
    return { type: 'RSA', pkcs8: element(0x30, VERSION_0, RSA_ALGORITHM, element(0x04, der)) }
  }
  if (second?.tag === TAG.octetString) return fromSec1(der, parts)
  throw new DerError('a private key is missing')
}
