/**
 * A writer of PKCS#12 (RFC 7292): key stores and trust stores that Java 8u301 and later, OpenSSL 1.1 and later,
 * and librdkafka open. Encrypted with PBES2 (PBKDF2 with HMAC-SHA-256, AES-256-CBC), sealed with HMAC-SHA-256.
 * All cryptography is WebCrypto's.
 */
import { bmpString, element, integer, nothing, octetString, oid, sequence, setOf, tagged } from '../der-write.ts'
import { requireWebCrypto } from '../web-crypto.ts'
import { OID } from './oids.ts'
import { computeMac, deriveMacKey } from './pkcs12-kdf.ts'

/** Java's own number since 8u301, for both derivations: more in one of them would not make the other stronger. */
const ITERATIONS = 10_000
const SALT_BYTES = 20
const BLOCK_BYTES = 16
const KEY_BYTES = 32

/** A certificate with the name that the store gives it. */
export interface AliasedCertificate {
  readonly alias: string
  readonly der: Uint8Array
}

/** A private key with its certificate and the authorities above it. */
export interface KeyEntry {
  readonly alias: string
  readonly pkcs8: Uint8Array
  readonly certificate: Uint8Array
  readonly chain: readonly AliasedCertificate[]
}

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))

const attribute = (type: string, value: Uint8Array) => sequence(oid(type), setOf(value))

const bag = (type: string, value: Uint8Array, attributes: readonly Uint8Array[]) =>
  sequence(oid(type), tagged(0, value), setOf(...attributes))

const certificateBag = ({ alias, der }: AliasedCertificate, ...attributes: readonly Uint8Array[]) =>
  bag(OID.certBag, sequence(oid(OID.x509Certificate), tagged(0, octetString(der))), [
    attribute(OID.friendlyName, bmpString(alias)),
    ...attributes,
  ])

const contentInfo = (type: string, content: Uint8Array) => sequence(oid(type), tagged(0, content))

/** Encrypts under a key of its own, made from the password with fresh salt. */
const encrypt = async (subtle: SubtleCrypto, password: string, plain: Uint8Array) => {
  const salt = random(SALT_BYTES)
  const iv = random(BLOCK_BYTES)
  // PBES2 takes the password as UTF-8, unlike the MAC (OpenSSL, and Java since JDK-8006591).
  const base = await subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS }
  const key = await subtle.deriveKey(derivation, base, { name: 'AES-CBC', length: KEY_BYTES * 8 }, false, ['encrypt'])
  const cipher = new Uint8Array(await subtle.encrypt({ name: 'AES-CBC', iv }, key, plain as BufferSource))
  const prf = sequence(oid(OID.hmacWithSha256), nothing)
  const parameters = sequence(octetString(salt), integer(ITERATIONS), integer(KEY_BYTES), prf)
  const algorithm = sequence(
    oid(OID.pbes2),
    sequence(sequence(oid(OID.pbkdf2), parameters), sequence(oid(OID.aes256Cbc), octetString(iv))),
  )
  return { algorithm, cipher }
}

/** `[0] IMPLICIT OCTET STRING`: primitive, unlike `tagged`. */
const implicitOctets = (bytes: Uint8Array) => element(0x80, bytes)

const encryptedCertificates = async (subtle: SubtleCrypto, password: string, bags: readonly Uint8Array[]) => {
  const { algorithm, cipher } = await encrypt(subtle, password, sequence(...bags))
  const content = sequence(oid(OID.data), algorithm, implicitOctets(cipher))
  return contentInfo(OID.encryptedData, sequence(integer(0), content))
}

const seal = async (subtle: SubtleCrypto, password: string, safes: readonly Uint8Array[]) => {
  const contents = sequence(...safes)
  const salt = random(SALT_BYTES)
  const key = await deriveMacKey(subtle, 'SHA-256', password, salt, ITERATIONS)
  const mac = await computeMac(subtle, 'SHA-256', key, contents)
  const digest = sequence(sequence(oid(OID.sha256), nothing), octetString(mac))
  return sequence(
    integer(3),
    contentInfo(OID.data, octetString(contents)),
    sequence(digest, octetString(salt), integer(ITERATIONS)),
  )
}

/**
 * A key store with one private key, its certificate and its authorities, as bytes.
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const makeKeyStore = async (entry: KeyEntry, password: string): Promise<Uint8Array<ArrayBuffer>> => {
  const { alias, pkcs8, certificate, chain } = entry
  const subtle = requireWebCrypto('create a key store')
  // The key and its certificate find each other by this number.
  const ownId = attribute(
    OID.localKeyId,
    octetString(new Uint8Array(await subtle.digest('SHA-1', certificate as BufferSource))),
  )
  const certificates = await encryptedCertificates(subtle, password, [
    certificateBag({ alias, der: certificate }, ownId),
    ...chain.map((authority) => certificateBag(authority)),
  ])
  const { algorithm, cipher } = await encrypt(subtle, password, pkcs8)
  const keyBag = bag(OID.pkcs8ShroudedKeyBag, sequence(algorithm, octetString(cipher)), [
    attribute(OID.friendlyName, bmpString(alias)),
    ownId,
  ])
  return seal(subtle, password, [certificates, contentInfo(OID.data, octetString(sequence(keyBag)))])
}

/**
 * A trust store that Java takes for one: every certificate carries Oracle's mark, without which Java sees none.
 * @throws {UnusableFileError} on a page without WebCrypto
 */
export const makeTrustStore = async (
  certificates: readonly AliasedCertificate[],
  password: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const subtle = requireWebCrypto('create a trust store')
  const trusted = attribute(OID.trustedKeyUsage, oid(OID.anyExtendedKeyUsage))
  const bags = certificates.map((certificate) => certificateBag(certificate, trusted))
  return seal(subtle, password, [await encryptedCertificates(subtle, password, bags)])
}
