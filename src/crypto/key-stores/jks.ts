/**
 * A writer of JKS, Java's own older store, version 2: the form that tools from before PKCS#12 ask for. Trusted
 * certificates are sealed with a digest, not encrypted; a private key is protected in Sun's old way, which is weak.
 */
import { concat, nothing, octetString, oid, sequence, utf16 } from '../der-write.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import type { AliasedCertificate } from './pkcs12.ts'

export const MAGIC = 0xfeedfeed
const VERSION = 2
export const ENTRY = { key: 1, certificate: 2 } as const
/** `sun.security.provider.KeyProtector`: SHA-1 as a stream cipher. */
export const KEY_PROTECTOR = '1.3.6.1.4.1.42.2.17.1.1'
export const DIGEST_BYTES = 20

/** Java's constant, `sun.security.provider.JavaKeyStore`: it keeps the seal from being a mere digest. */
const WHITENER = new TextEncoder().encode('Mighty Aphrodite')

const int32 = (value: number) => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const int64 = (value: number) => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value))
  return bytes
}

/** A short text as Java's `writeUTF` writes it: its length in two bytes, then its bytes. */
const text = (value: string) => {
  const bytes = new TextEncoder().encode(value)
  return concat(Uint8Array.from([bytes.length >> 8, bytes.length & 0xff]), bytes)
}

const sha1 = async (subtle: SubtleCrypto, ...parts: readonly Uint8Array[]) =>
  new Uint8Array(await subtle.digest('SHA-1', concat(...parts)))

/** The digest at the end of a store. */
export const jksSeal = (subtle: SubtleCrypto, password: string, body: Uint8Array): Promise<Uint8Array> =>
  sha1(subtle, utf16(password), WHITENER, body)

const certificateBytes = (der: Uint8Array) => concat(text('X.509'), int32(der.length), der)

const store = async (subtle: SubtleCrypto, password: string, entries: readonly Uint8Array[]) => {
  const body = concat(int32(MAGIC), int32(VERSION), int32(entries.length), ...entries)
  return concat(body, await jksSeal(subtle, password, body))
}

/** The key under a stream of digests that the password and a salt begin, and a digest to check by. */
const protectKey = async (subtle: SubtleCrypto, password: string, pkcs8: Uint8Array) => {
  const secret = utf16(password)
  const salt = crypto.getRandomValues(new Uint8Array(DIGEST_BYTES))
  const hidden = pkcs8.slice()
  let stream: Uint8Array = salt
  for (let at = 0; at < hidden.length; at++) {
    if (at % DIGEST_BYTES === 0) stream = await sha1(subtle, secret, stream)
    hidden[at] = (hidden[at] ?? 0) ^ (stream[at % DIGEST_BYTES] ?? 0)
  }
  const check = await sha1(subtle, secret, pkcs8)
  return sequence(sequence(oid(KEY_PROTECTOR), nothing), octetString(concat(salt, hidden, check)))
}

/**
 * A JKS trust store, as bytes.
 * @param certificates with ASCII aliases, which Java compares in lower case
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const makeJksTrustStore = async (
  certificates: readonly AliasedCertificate[],
  password: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> =>
  store(
    requireWebCrypto('create a trust store'),
    password,
    certificates.map(({ alias, der }) =>
      concat(int32(ENTRY.certificate), text(alias), int64(now.getTime()), certificateBytes(der)),
    ),
  )

interface JksKeyEntry {
  readonly alias: string
  readonly pkcs8: Uint8Array
  /** DER: the key's certificate first, then whoever signed it. */
  readonly chain: readonly Uint8Array[]
}

/**
 * A JKS key store with one private key and its chain, as bytes. The key has the store's password.
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const makeJksKeyStore = async (
  { alias, pkcs8, chain }: JksKeyEntry,
  password: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> => {
  const subtle = requireWebCrypto('create a key store')
  const key = await protectKey(subtle, password, pkcs8)
  const head = concat(int32(ENTRY.key), text(alias.toLowerCase()), int64(now.getTime()), int32(key.length), key)
  return store(subtle, password, [concat(head, int32(chain.length), ...chain.map(certificateBytes))])
}
