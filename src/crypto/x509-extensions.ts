/**
 * What the extensions of a certificate say (RFC 5280, 4.2). Read when asked for: an extension that is broken or
 * unknown doesn't make the certificate unreadable.
 */
import { children, DerError, expectTag, readDer, readOid, TAG, toHex, type DerElement } from './der.ts'
import type { Certificate } from './x509.ts'

const OIDS = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const

/** Names of the bits of keyUsage, first bit first. */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

const EXTENDED_KEY_USAGES: Record<string, string> = {
  '2.5.29.37.0': 'anyExtendedKeyUsage',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
}

/** What `read` makes of an extension's value; undefined where the extension is missing or broken. */
const readExtension = <T>({ extensions }: Certificate, oid: string, read: (value: DerElement) => T): T | undefined => {
  const found = extensions.find((extension) => extension.oid === oid)
  if (!found) return undefined
  try {
    return read(readDer(found.value))
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

/** keyUsage, by the names of RFC 5280. */
export const keyUsage = (certificate: Certificate): readonly string[] | undefined =>
  readExtension(certificate, OIDS.keyUsage, (value) => {
    const [, ...bytes] = expectTag(value, TAG.bitString, 'keyUsage').content
    return KEY_USAGES.filter((_, bit) => ((bytes[bit >> 3] ?? 0) << (bit & 7)) & 0x80)
  })

/** extKeyUsage: `serverAuth`, `clientAuth`, …; OIDs that have no name here as they are. */
export const extendedKeyUsage = (certificate: Certificate): readonly string[] | undefined =>
  readExtension(certificate, OIDS.extendedKeyUsage, (value) =>
    children(expectTag(value, TAG.sequence, 'extKeyUsage')).map((element) => {
      const oid = readOid(element)
      return EXTENDED_KEY_USAGES[oid] ?? oid
    }),
  )

/** Key identifiers, in lower-case hex. */
export const subjectKeyId = (certificate: Certificate): string | undefined =>
  readExtension(certificate, OIDS.subjectKeyIdentifier, (value) =>
    toHex(expectTag(value, TAG.octetString, 'subjectKeyIdentifier').content),
  )

/** The key id of whoever signed a certificate, in hexadecimal; undefined if the certificate doesn’t say. */
export const authorityKeyId = (certificate: Certificate): string | undefined =>
  readExtension(certificate, OIDS.authorityKeyIdentifier, (value) => {
    const id = children(expectTag(value, TAG.sequence, 'authorityKeyIdentifier')).find(({ tag }) => tag === 0x80)
    return id && toHex(id.content)
  })

/** The names that a certificate is good for. */
export interface AltNames {
  readonly dns: readonly string[]
  /** In the usual notation: `192.0.2.1`, `2001:db8:0:0:0:0:0:1`. */
  readonly ip: readonly string[]
}

const formatIp = (bytes: Uint8Array): string => {
  if (bytes.length === 4) return bytes.join('.')
  if (bytes.length !== 16) throw new DerError('an IP address of an odd length')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: 8 }, (_, group) => view.getUint16(group * 2).toString(16)).join(':')
}

/** subjectAltName; undefined for a certificate without one. */
export const altNames = (certificate: Certificate): AltNames | undefined =>
  readExtension(certificate, OIDS.subjectAltName, (value) => {
    const names = children(expectTag(value, TAG.sequence, 'subjectAltName'))
    const texts = (tag: number, read: (content: Uint8Array) => string) =>
      names.filter((name) => name.tag === tag).map(({ content }) => read(content))
    const decoder = new TextDecoder('latin1')
    return { dns: texts(0x82, (content) => decoder.decode(content)), ip: texts(0x87, formatIp) }
  })

const matchesName = (host: string, pattern: string): boolean => {
  if (!pattern.startsWith('*.')) return host === pattern
  // One label only, and the leftmost (RFC 6125, 6.4.3).
  const dot = host.indexOf('.')
  return dot > 0 && host.slice(dot + 1) === pattern.slice(2)
}

/**
 * Is a host among a certificate's names? By subjectAltName alone, as today's clients judge.
 * @param host a DNS name, or an IPv4 address
 */
export const coversHost = (certificate: Certificate, host: string): boolean => {
  const { dns = [], ip = [] } = altNames(certificate) ?? {}
  const name = host.toLowerCase().replace(/\.$/, '')
  return dns.some((pattern) => matchesName(name, pattern.toLowerCase())) || ip.includes(name)
}
