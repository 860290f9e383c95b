/**
 * A reader of X.509 certificates (RFC 5280) for the facts that the console shows.
 * It decides nothing about trust: signatures and fingerprints are WebCrypto's work.
 */
import { children, DerError, expectTag, readBitString, readDer, readOid, TAG, toHex, type DerElement } from './der.ts'
import { KEY_TYPES } from './key-types.ts'
import { webCrypto } from './web-crypto.ts'
import { lookup } from '../lib/lookup.ts'

/** One attribute of a distinguished name, such as `CN` = `avnadmin`. Unknown types keep their OID. */
export interface NameAttribute {
  readonly type: string
  readonly value: string
}

export interface PublicKeyFacts {
  /** `RSA`, `EC`, `Ed25519`, … or the OID of an algorithm this reader doesn't know. */
  readonly type: string
  /** Bits of an RSA modulus or of an EC curve, where there is one. */
  readonly size: number | undefined
  /** The curve's common name, for EC keys. */
  readonly curve: string | undefined
}

export interface Certificate {
  readonly der: Uint8Array
  readonly subject: readonly NameAttribute[]
  readonly issuer: readonly NameAttribute[]
  readonly notBefore: Date
  readonly notAfter: Date
  /** Lower-case hex of the serial number's bytes, without leading zero bytes. */
  readonly serial: string
  /** RFC 5280 forbids it, but it occurs. */
  readonly negativeSerial: boolean
  readonly publicKey: PublicKeyFacts
  /** Common name of the signature algorithm, or its OID. */
  readonly signatureAlgorithm: string
  /** basicConstraints says that this is a certificate authority. */
  readonly isCa: boolean
  /** The SubjectPublicKeyInfo, as WebCrypto imports it. */
  readonly spki: Uint8Array
  /** The extensions as they stand, in order; `x509-extensions.ts` reads what is in them. */
  readonly extensions: readonly Extension[]
}

export interface Extension {
  readonly oid: string
  /** The bytes inside the OCTET STRING: DER of the extension's own type. */
  readonly value: Uint8Array
}

const NAME_TYPES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
}

const SIGNATURE_ALGORITHMS: Record<string, string> = {
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
}

const CURVES: Record<string, { name: string; size: number }> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 256 },
  '1.3.132.0.34': { name: 'P-384', size: 384 },
  '1.3.132.0.35': { name: 'P-521', size: 521 },
  '1.3.132.0.10': { name: 'secp256k1', size: 256 },
}

const BASIC_CONSTRAINTS = '2.5.29.19'

/** Character sets of the string types that occur in names; the rest are read as Latin-1. */
const ENCODINGS: Record<number, string> = { 0x0c: 'utf-8', 0x1e: 'utf-16be' }

const readString = ({ tag, content }: DerElement): string => new TextDecoder(ENCODINGS[tag] ?? 'latin1').decode(content)

const readName = (element: DerElement | undefined): NameAttribute[] =>
  children(expectTag(element, TAG.sequence, 'a name')).flatMap((set) =>
    children(expectTag(set, TAG.set, 'a part of a name')).map((attribute) => {
      const [type, value] = children(attribute)
      if (!value) throw new DerError('an attribute without a value')
      const oid = readOid(type)
      return { type: NAME_TYPES[oid] ?? oid, value: readString(value) }
    }),
  )

const TIME = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/

const readTime = (element: DerElement | undefined): Date => {
  const digits = element ? (element.tag === TAG.utcTime ? 2 : element.tag === TAG.generalizedTime ? 4 : 0) : 0
  const match = element && TIME.exec(readString(element))
  if (match?.[1]?.length !== digits) throw new DerError('a date is missing or malformed')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  // RFC 5280, 4.1.2.5.1: two digits from 50 on are years of the 20th century.
  const fullYear = digits === 4 ? year : year >= 50 ? 1900 + year : 2000 + year
  const date = new Date(0)
  date.setUTCFullYear(fullYear, month - 1, day)
  date.setUTCHours(hour, minute, second)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) {
    throw new DerError('a date that does not exist')
  }
  return date
}

const readSerial = (element: DerElement | undefined) => {
  const { content } = expectTag(element, TAG.integer, 'the serial number')
  if (content.length === 0) throw new DerError('the serial number is empty')
  return {
    serial: toHex(content).replace(/^(00)+(?=..)/, ''),
    negativeSerial: ((content[0] ?? 0) & 0x80) !== 0,
  }
}

const bitLength = (integer: Uint8Array): number => {
  const start = integer.findIndex((byte) => byte !== 0)
  return start === -1 ? 0 : (integer.length - start) * 8 - Math.clz32(integer[start] ?? 0) + 24
}

const readPublicKey = (spki: DerElement): PublicKeyFacts => {
  const [algorithm, key] = children(expectTag(spki, TAG.sequence, 'the public key'))
  const [oidElement, parameters] = children(expectTag(algorithm, TAG.sequence, "the key's algorithm"))
  const oid = readOid(oidElement)
  const type = lookup<string>(KEY_TYPES, oid) ?? oid
  const bits = readBitString(key)
  if (type === 'RSA' || type === 'RSA-PSS') {
    const [modulus] = children(expectTag(readDer(bits), TAG.sequence, 'the RSA key'))
    return { type, size: bitLength(expectTag(modulus, TAG.integer, 'the modulus').content), curve: undefined }
  }
  if (type === 'EC' && parameters?.tag === TAG.oid) {
    const curveOid = readOid(parameters)
    const curve = CURVES[curveOid]
    return { type, size: curve?.size, curve: curve?.name ?? curveOid }
  }
  return { type, size: undefined, curve: undefined }
}

const readExtensions = (extensions: DerElement | undefined): Extension[] => {
  if (!extensions) return []
  const [list] = children(extensions)
  return children(expectTag(list, TAG.sequence, 'the list of extensions')).map((extension) => {
    const [oid, ...rest] = children(expectTag(extension, TAG.sequence, 'an extension'))
    return { oid: readOid(oid), value: expectTag(rest.at(-1), TAG.octetString, 'the value of an extension').content }
  })
}

const readIsCa = (extensions: readonly Extension[]): boolean => {
  const constraints = extensions.find(({ oid }) => oid === BASIC_CONSTRAINTS)
  if (!constraints) return false
  const [ca] = children(expectTag(readDer(constraints.value), TAG.sequence, 'basicConstraints'))
  return ca?.tag === TAG.boolean && ca.content[0] === 0xff
}

/**
 * The facts of one certificate.
 * @param der exactly one DER-encoded certificate
 * @throws {DerError} when the bytes aren't one
 */
export const readCertificate = (der: Uint8Array): Certificate => {
  const [tbs, algorithm, signature] = children(expectTag(readDer(der), TAG.sequence, 'a certificate'))
  const fields = children(expectTag(tbs, TAG.sequence, 'the signed part'))
  // [0] EXPLICIT version stands first, except in version 1 certificates.
  const [serial, , issuer, validity, subject, spki, ...optional] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields
  const [notBefore, notAfter] = children(expectTag(validity, TAG.sequence, 'the validity'))
  const key = expectTag(spki, TAG.sequence, 'the public key')
  const [signatureOid] = children(expectTag(algorithm, TAG.sequence, 'the signature algorithm'))
  const oid = readOid(signatureOid)
  readBitString(signature)
  const extensions = readExtensions(optional.find(({ tag }) => tag === 0xa3))
  return {
    der,
    subject: readName(subject),
    issuer: readName(issuer),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    ...readSerial(serial),
    publicKey: readPublicKey(key),
    signatureAlgorithm: SIGNATURE_ALGORITHMS[oid] ?? oid,
    isCa: readIsCa(extensions),
    spki: key.bytes,
    extensions,
  }
}

/** The value of an attribute of a name, by its short name (`CN`); of several, the last one's. */
export const nameAttribute = (name: readonly NameAttribute[], type: string): string | undefined =>
  name.findLast((attribute) => attribute.type === type)?.value

/** A name in one line, in the certificate's own order: `O=events, CN=avnadmin`. */
export const formatName = (name: readonly NameAttribute[]): string =>
  name.map(({ type, value }) => `${type}=${value}`).join(', ')

/** A key in words: `RSA 3072 bit`, `EC P-256`, `Ed25519`. */
export const formatKey = ({ type, size, curve }: PublicKeyFacts): string =>
  curve === undefined ? (size === undefined ? type : `${type} ${String(size)} bit`) : `${type} ${curve}`

/** Colon-separated upper-case hex, as openssl and browsers print fingerprints and serials. */
export const formatHex = (hex: string): string => hex.toUpperCase().replace(/(..)(?=.)/g, '$1:')

/** SHA-256 over the certificate's bytes, as `AB:CD:…`; undefined where the page has no WebCrypto. */
export const fingerprint = async (certificate: Certificate): Promise<string | undefined> => {
  const digest = await webCrypto()?.digest('SHA-256', certificate.der as BufferSource)
  return digest && formatHex(toHex(new Uint8Array(digest)))
}

/** Whole days from `now` until `notAfter`, negative once that has passed: -1 for the day after. */
export const daysLeft = (notAfter: Date, now: Date): number =>
  Math.trunc((notAfter.getTime() - now.getTime()) / 86_400_000)
