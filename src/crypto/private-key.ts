/** Private keys in the forms that people hold them: what they are, and PKCS#8, which WebCrypto imports. */
import { children, DerError, expectTag, readDer, readOid, TAG, type DerElement } from './der.ts'
import { integer, octetString, oid, sequence, wrapRsaKey } from './der-write.ts'
import { KEY_TYPES, type KeyType } from './key-types.ts'
import { lookup } from '../lib/lookup.ts'

export interface PrivateKey {
  readonly type: KeyType
  /** PKCS#8; undefined for a SEC 1 key that doesn't say which curve it is on, and for DSA's older form. */
  readonly pkcs8: Uint8Array | undefined
}

const EC_OID = '1.2.840.10045.2.1'

/** A version and integers alone: eight of PKCS#1 (RFC 8017, A.1.2), five of OpenSSL's older form of DSA. */
const isIntegers = (parts: readonly DerElement[], count: number) =>
  parts.length === count + 1 && parts.every(({ tag }) => tag === TAG.integer)

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
  return type === 'RSA' || type === 'DSA' ? `${type} PRIVATE KEY` : 'EC PRIVATE KEY'
}

/**
 * A private key out of PKCS#8 (RFC 5958), PKCS#1, SEC 1 (RFC 5915) or OpenSSL's older form of DSA.
 * @throws {DerError} when the bytes are none
 */
export const readPrivateKeyDer = (der: Uint8Array): PrivateKey => {
  const parts = children(expectTag(readDer(der), TAG.sequence, 'a private key'))
  const [version, second, third] = parts
  expectTag(version, TAG.integer, "the key's version")
  if (second?.tag === TAG.sequence && third?.tag === TAG.octetString) {
    return { type: lookup<KeyType>(KEY_TYPES, readOid(children(second)[0])) ?? 'other', pkcs8: der }
  }
  if (isIntegers(parts, 8)) return { type: 'RSA', pkcs8: wrapRsaKey(der) }
  if (isIntegers(parts, 5)) return { type: 'DSA', pkcs8: undefined }
  if (second?.tag === TAG.octetString) return fromSec1(der, parts)
  throw new DerError('a private key is missing')
}
