/** Private keys in the forms that people hold them: what they are, and PKCS#8, which WebCrypto imports. */
import { children, DerError, expectTag, readDer, readOid, TAG, type DerElement } from './der.ts'
import { integer, octetString, oid, sequence, wrapRsaKey } from './der-write.ts'

export interface PrivateKey {
  readonly type: 'RSA' | 'EC' | 'Ed25519' | 'Ed448' | 'other'
  /** PKCS#8; undefined for a SEC 1 key that doesn't say which curve it is on. */
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

/** PKCS#1 (RFC 8017, A.1.2): version and eight integers. */
const isPkcs1 = (parts: readonly DerElement[]) => parts.length === 9 && parts.every(({ tag }) => tag === TAG.integer)

const fromSec1 = (der: Uint8Array, parts: readonly DerElement[]): PrivateKey => {
  const parameters = parts.find(({ tag }) => tag === 0xa0)
  if (!parameters) return { type: 'EC', pkcs8: undefined }
  const algorithm = sequence(oid(EC_OID), parameters.content)
  return { type: 'EC', pkcs8: sequence(integer(0), algorithm, octetString(der)) }
}

/**
 * The label that PEM of these bytes has.
 * @param der what the key was read from
 */
export const keyLabel = ({ type, pkcs8 }: PrivateKey, der: Uint8Array): string => {
  if (pkcs8 === der) return 'PRIVATE KEY'
  return type === 'RSA' ? 'RSA PRIVATE KEY' : 'EC PRIVATE KEY'
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
    return { type: 'RSA', pkcs8: wrapRsaKey(der) }
  }
  if (second?.tag === TAG.octetString) return fromSec1(der, parts)
  throw new DerError('a private key is missing')
}
