/** A reader of JKS, Java's older store: certificates need no password there, private keys do. */
import { children, DerError, expectTag, readDer, readOid, TAG } from '../der.ts'
import { concat, utf16 } from '../der-write.ts'
import { sameBytes } from '../same.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import { DIGEST_BYTES, ENTRY, jksSeal, KEY_PROTECTOR, MAGIC } from './jks.ts'
import { KeyStoreError, type KeyStoreContents, type StoredCertificate, type StoredKey } from './key-store-error.ts'

/** JCEKS has the same form, but for the protection of its keys. */
const JCEKS_MAGIC = 0xcececece

const magicOf = (data: Uint8Array) =>
  data.length < 4 ? undefined : new DataView(data.buffer, data.byteOffset, data.length).getUint32(0)

/** Which of Java's own stores this is, if any. */
export const javaStoreKind = (data: Uint8Array): 'JKS' | 'JCEKS' | undefined => {
  const magic = magicOf(data)
  return magic === MAGIC ? 'JKS' : magic === JCEKS_MAGIC ? 'JCEKS' : undefined
}

/** Walks over bytes; reading past the end is a KeyStoreError. */
const walker = (data: Uint8Array) => {
  const view = new DataView(data.buffer, data.byteOffset, data.length)
  let at = 0
  const take = (count: number): number => {
    const from = at
    if (from + count > data.length) throw new KeyStoreError('broken', 'It’s cut off: an entry runs past the end.')
    at += count
    return from
  }
  const uint32 = () => view.getUint32(take(4))
  const bytes = (count: number) => {
    const from = take(count)
    return data.subarray(from, from + count)
  }
  return {
    uint32,
    bytes,
    skip: take,
    text: () => new TextDecoder().decode(bytes(view.getUint16(take(2)))),
    /** A length, then that many bytes. */
    blob: () => bytes(uint32()),
  }
}

const sha1 = async (...parts: readonly Uint8Array[]) =>
  new Uint8Array(await requireWebCrypto('open a key store').digest('SHA-1', concat(...parts)))

/** `sun.security.provider.KeyProtector`: salt, then key XOR a stream of digests, then a digest to check by. */
const unprotect = async (protectedKey: Uint8Array, password: string): Promise<Uint8Array> => {
  const [algorithm, data] = children(expectTag(readDer(protectedKey), TAG.sequence, 'a protected key'))
  if (readOid(children(expectTag(algorithm, TAG.sequence, 'its algorithm'))[0]) !== KEY_PROTECTOR) {
    throw new KeyStoreError('old-cipher', 'Its key is protected in a way that this page doesn’t know.')
  }
  const { content } = expectTag(data, TAG.octetString, 'the protected bytes')
  const end = content.length - DIGEST_BYTES
  if (end < DIGEST_BYTES) throw new KeyStoreError('broken', 'Its key is cut off.')
  const key = content.slice(DIGEST_BYTES, end)
  const secret = utf16(password)
  let stream: Uint8Array = content.subarray(0, DIGEST_BYTES)
  for (let at = 0; at < key.length; at++) {
    if (at % DIGEST_BYTES === 0) stream = await sha1(secret, stream)
    key[at] = (key[at] ?? 0) ^ (stream[at % DIGEST_BYTES] ?? 0)
  }
  if (sameBytes(await sha1(secret, key), content.subarray(end))) return key
  throw new KeyStoreError('wrong-password', 'The password doesn’t open the key.')
}

/**
 * What is in a JKS store.
 * @param password undefined: certificates alone, and no check of the store's seal
 * @throws {KeyStoreError}
 */
export const readJks = async (data: Uint8Array, password: string | undefined): Promise<KeyStoreContents> => {
  if (magicOf(data) !== MAGIC) {
    throw new KeyStoreError('old-cipher', 'JCEKS protects its keys with ciphers that browsers don’t support.')
  }
  const body = data.subarray(0, Math.max(0, data.length - DIGEST_BYTES))
  if (password !== undefined) {
    const seal = await jksSeal(requireWebCrypto('open a key store'), password, body)
    if (!sameBytes(seal, data.subarray(body.length))) {
      throw new KeyStoreError('wrong-password', 'The password doesn’t open it, or it’s damaged.')
    }
  }
  const { uint32, blob, text, skip } = walker(body)
  skip(4)
  const version = uint32()
  const certificates: StoredCertificate[] = []
  const keys: StoredKey[] = []
  const certificate = (alias: string, trusted: boolean) => {
    // Version 1 writes no type before a certificate.
    if (version > 1) text()
    certificates.push({ alias, der: blob(), trusted })
  }
  try {
    for (let entries = uint32(); entries > 0; entries--) {
      const kind = uint32()
      const alias = text()
      skip(8)
      if (kind === ENTRY.certificate) certificate(alias, true)
      else if (kind === ENTRY.key) {
        const protectedKey = blob()
        if (password !== undefined) keys.push({ alias, pkcs8: await unprotect(protectedKey, password) })
        for (let chain = uint32(); chain > 0; chain--) certificate(alias, false)
      } else throw new KeyStoreError('broken', 'It has an entry of an unknown kind.')
    }
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw new KeyStoreError('broken', `It’s damaged (${error.message}).`)
  }
  return { certificates, keys }
}
