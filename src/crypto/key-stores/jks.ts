/**
 * A writer of JKS, Java's own older store, version 2, with trusted certificates only: the form that tools from
 * before PKCS#12 ask for. It is sealed with a digest, not encrypted: certificates are no secret.
 */
import { concat, utf16 } from '../der-write.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import type { AliasedCertificate } from './pkcs12.ts'

const MAGIC = 0xfeedfeed
const VERSION = 2
const TRUSTED_CERTIFICATE = 2

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

/** A short ASCII text as Java's `writeUTF` writes it: its length in two bytes, then its bytes. */
const text = (ascii: string) => {
  const bytes = new TextEncoder().encode(ascii)
  return concat(Uint8Array.from([bytes.length >> 8, bytes.length & 0xff]), bytes)
}

/** The digest at the end of a store. */
export const jksSeal = async (subtle: SubtleCrypto, password: string, body: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await subtle.digest('SHA-1', concat(utf16(password), WHITENER, body)))

/**
 * A JKS trust store, as bytes.
 * @param certificates with ASCII aliases, which Java compares in lower case
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const makeJksTrustStore = async (
  certificates: readonly AliasedCertificate[],
  password: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> => {
  const subtle = requireWebCrypto('make a trust store')
  const entries = certificates.map(({ alias, der }) =>
    concat(int32(TRUSTED_CERTIFICATE), text(alias), int64(now.getTime()), text('X.509'), int32(der.length), der),
  )
  const body = concat(int32(MAGIC), int32(VERSION), int32(entries.length), ...entries)
  return concat(body, await jksSeal(subtle, password, body))
}
