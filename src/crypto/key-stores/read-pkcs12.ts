/** A reader of PKCS#12 (RFC 7292): certificates and keys out of key stores and trust stores. */
import { children, DerError, expectTag, readDer, readOid, TAG, type DerElement } from '../der.ts'
import { sameBytes } from '../same.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import { KeyStoreError, type KeyStoreContents, type StoredCertificate, type StoredKey } from './key-store-error.ts'
import { OID } from './oids.ts'
import { decryptPbes2, decryptPrivateKey, readRounds } from './pbes2.ts'
import { computeMac, deriveMacKey, type MacHash } from './pkcs12-kdf.ts'

const BAGS = { key: '1.2.840.113549.1.12.10.1.1', safeContents: '1.2.840.113549.1.12.10.1.6' } as const

const MAC_HASHES: Record<string, MacHash> = {
  '1.3.14.3.2.26': 'SHA-1',
  [OID.sha256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** The MAC's rounds run one by one, in the page: some hundred thousand a second. */
const MAX_MAC_ROUNDS = 1_000_000

/** Limit for nested bags, against hostile stores. */
const DEEPEST = 8

/** `[0] EXPLICIT`: the one element inside. */
const explicit = (element: DerElement | undefined): DerElement =>
  readDer(expectTag(element, 0xa0, 'the content').content)

const seemsBer = (data: Uint8Array) => data[0] === 0x30 && data[1] === 0x80

/** Whether bytes look like a PKCS#12 store: version 3, then a ContentInfo. */
export const isPkcs12 = (data: Uint8Array): boolean => {
  // In BER, with open-ended lengths: a SEQUENCE, and the same version in it.
  if (seemsBer(data)) return data[2] === 0x02 && data[3] === 0x01 && data[4] === 0x03
  try {
    const [version, contentInfo] = children(expectTag(readDer(data), TAG.sequence, 'a store'))
    return version?.tag === TAG.integer && version.content[0] === 3 && contentInfo?.tag === TAG.sequence
  } catch {
    return false
  }
}

const checkSeal = async (macData: DerElement, contents: Uint8Array, password: string) => {
  const subtle = requireWebCrypto('open a key store')
  const [digestInfo, salt, rounds] = children(expectTag(macData, TAG.sequence, 'the seal'))
  const [algorithm, digest] = children(expectTag(digestInfo, TAG.sequence, 'the digest of the seal'))
  const oid = readOid(children(expectTag(algorithm, TAG.sequence, 'the algorithm of the seal'))[0])
  const hash = MAC_HASHES[oid]
  if (!hash)
    throw new KeyStoreError('old-cipher', `It’s sealed with an algorithm that this page doesn’t know (${oid}).`)
  const iterations = rounds ? readRounds(rounds, MAX_MAC_ROUNDS) : 1
  const saltBytes = expectTag(salt, TAG.octetString, 'the salt of the seal').content
  const key = await deriveMacKey(subtle, hash, password, saltBytes, iterations)
  const mac = await computeMac(subtle, hash, key, contents)
  if (!sameBytes(mac, expectTag(digest, TAG.octetString, 'the digest of the seal').content)) {
    throw new KeyStoreError('wrong-password', 'The password doesn’t open it.')
  }
}

interface Attributes {
  readonly alias: string | undefined
  readonly trusted: boolean
}

const readAttributes = (set: DerElement | undefined): Attributes => {
  let alias: string | undefined
  let trusted = false
  for (const attribute of set?.tag === TAG.set ? children(set) : []) {
    const [type, values] = children(attribute)
    const oid = readOid(type)
    const [value] = values ? children(values) : []
    if (oid === OID.friendlyName && value) alias = new TextDecoder('utf-16be').decode(value.content)
    if (oid === OID.trustedKeyUsage) trusted = true
  }
  return { alias, trusted }
}

const readCertificateBag = (bag: DerElement): Uint8Array | undefined => {
  const [type, value] = children(expectTag(bag, TAG.sequence, 'a certificate bag'))
  if (readOid(type) !== OID.x509Certificate) return undefined
  return expectTag(explicit(value), TAG.octetString, 'a certificate').content
}

interface Found {
  readonly certificates: StoredCertificate[]
  readonly keys: StoredKey[]
}

const readBags = async (safe: Uint8Array, password: string, found: Found, depth: number): Promise<void> => {
  if (depth > DEEPEST) throw new KeyStoreError('broken', 'Its contents are nested too deeply.')
  for (const bag of children(expectTag(readDer(safe), TAG.sequence, 'the bags'))) {
    const [type, value, attributeSet] = children(expectTag(bag, TAG.sequence, 'a bag'))
    const oid = readOid(type)
    const attributes = readAttributes(attributeSet)
    if (oid === OID.certBag) {
      const der = readCertificateBag(explicit(value))
      if (der) found.certificates.push({ ...attributes, der })
    } else if (oid === OID.pkcs8ShroudedKeyBag) {
      found.keys.push({ alias: attributes.alias, pkcs8: await decryptPrivateKey(explicit(value), password) })
    } else if (oid === BAGS.key) {
      found.keys.push({ alias: attributes.alias, pkcs8: explicit(value).bytes })
    } else if (oid === BAGS.safeContents) {
      await readBags(explicit(value).bytes, password, found, depth + 1)
    }
  }
}

const readSafe = async (contentInfo: DerElement, password: string): Promise<Uint8Array> => {
  const [type, content] = children(expectTag(contentInfo, TAG.sequence, 'a safe'))
  const oid = readOid(type)
  if (oid === OID.data) return expectTag(explicit(content), TAG.octetString, 'the contents of a safe').content
  if (oid !== OID.encryptedData) throw new KeyStoreError('broken', 'It’s protected with a public key, not a password.')
  const [, info] = children(expectTag(explicit(content), TAG.sequence, 'an encrypted safe'))
  const [, algorithm, data] = children(expectTag(info, TAG.sequence, 'the contents of an encrypted safe'))
  return decryptPbes2(algorithm, expectTag(data, 0x80, 'the encrypted contents').content, password)
}

/**
 * Everything in a PKCS#12 store.
 * @throws {KeyStoreError}
 */
export const readPkcs12 = async (data: Uint8Array, password: string): Promise<KeyStoreContents> => {
  if (seemsBer(data)) throw new KeyStoreError('not-der', 'It’s in BER, which this page can’t read.')
  try {
    const [, authSafe, macData] = children(expectTag(readDer(data), TAG.sequence, 'a store'))
    const [type, content] = children(expectTag(authSafe, TAG.sequence, 'the contents'))
    if (readOid(type) !== OID.data) throw new KeyStoreError('broken', 'It’s sealed with a public key, not a password.')
    const safes = expectTag(explicit(content), TAG.octetString, 'the safes').content
    if (macData) await checkSeal(macData, safes, password)
    const found: Found = { certificates: [], keys: [] }
    for (const safe of children(expectTag(readDer(safes), TAG.sequence, 'the safes'))) {
      await readBags(await readSafe(safe, password), password, found, 0)
    }
    return found
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw new KeyStoreError('broken', `It’s damaged (${error.message}).`)
  }
}
