/**
 * Real X.509 for the mock: project CAs and service users' certificates, signed on first use, with dates relative to the
 * clock. Facts of Aiven's certificates (RSA 3072, SHA-384, ten years and 820 days, names) as observed
 * on public CA files. Signing is deterministic: the same clock day gives the same bytes.
 */
import { KEYS, type KeyName } from './data/keys.ts'

export interface CertificateAuthority {
  readonly key: KeyName
  readonly commonName: string
  readonly ageDays: number
}

export interface ClientCertificate {
  readonly key: KeyName
  /** O: the service's name; CN: the user's name. */
  readonly service: string
  readonly username: string
  readonly daysLeft: number
  /** Number of earlier certificates of the user: each has its own serial number. */
  readonly generation?: number
}

export interface Pki {
  /** The midnight (UTC) that all certificate dates are relative to: that of the day on which the mock started. */
  readonly today: Date
  readonly caPem: (ca: CertificateAuthority) => Promise<string>
  readonly clientCertificatePem: (client: ClientCertificate, ca: CertificateAuthority) => Promise<string>
}

const DAY = 86_400_000
const CA_DAYS = 3650
const CLIENT_DAYS = 820

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }

const toPem = (label: string, base64: string): string => {
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** A user's private key as Aiven sends it: PKCS#8 in PEM. */
export const keyPem = (name: KeyName): string => toPem('PRIVATE KEY', KEYS[name])

const importKeys = async (name: KeyName) => {
  const { subtle } = crypto
  const bytes = Uint8Array.from(atob(KEYS[name]), (char) => char.charCodeAt(0))
  const privateKey = await subtle.importKey('pkcs8', bytes, RSA, true, ['sign'])
  const { kty, n, e } = await subtle.exportKey('jwk', privateKey)
  const publicJwk = { ...(kty !== undefined && { kty }), ...(n !== undefined && { n }), ...(e !== undefined && { e }) }
  const publicKey = await subtle.importKey('jwk', publicJwk, RSA, true, ['verify'])
  return { privateKey, publicKey }
}

const memoize = (make: (key: string) => Promise<string>) => {
  const made = new Map<string, Promise<string>>()
  return (key: string) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

/** Unique, stable serial numbers: FNV-1a over the certificate's names. */
const serialFor = (text: string): string => {
  let hash = 0xcbf29ce484222325n
  for (const char of text) hash = ((hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0x7fffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}

export const createPki = (clock: () => Date): Pki => {
  /** Midnight UTC, so that a reload on the same day gives the same certificates. */
  const today = Math.floor(clock().getTime() / DAY) * DAY
  // Large, and needed only for certificates; its dependency container requires the metadata polyfill first.
  const library = async () => {
    await import('reflect-metadata')
    return import('@peculiar/x509')
  }

  const signCa = async (request: string) => {
    const { key, commonName, ageDays } = JSON.parse(request) as CertificateAuthority
    const [x509, keys] = await Promise.all([library(), importKeys(key)])
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${commonName}`,
      serialNumber: serialFor(commonName),
      notBefore: new Date(today - ageDays * DAY),
      notAfter: new Date(today + (CA_DAYS - ageDays) * DAY),
      keys,
      signingAlgorithm: RSA,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    })
    return toPem('CERTIFICATE', certificate.toString('base64'))
  }

  const signClient = async (request: string) => {
    const [client, ca] = JSON.parse(request) as [ClientCertificate, CertificateAuthority]
    const [x509, issuer, own] = await Promise.all([library(), importKeys(ca.key), importKeys(client.key)])
    const ends = today + client.daysLeft * DAY
    const certificate = await x509.X509CertificateGenerator.create({
      subject: new x509.Name([
        { O: [{ utf8String: client.service }] },
        { OU: [{ utf8String: serialFor(client.service).slice(0, 8) }] },
        { CN: [{ utf8String: client.username }] },
      ]),
      issuer: `CN=${ca.commonName}`,
      serialNumber: serialFor([client.service, client.username, client.generation].filter(Boolean).join('/')),
      notBefore: new Date(ends - CLIENT_DAYS * DAY),
      notAfter: new Date(ends),
      publicKey: own.publicKey,
      signingKey: issuer.privateKey,
      signingAlgorithm: RSA,
      extensions: [new x509.BasicConstraintsExtension(false, undefined, true)],
    })
    return toPem('CERTIFICATE', certificate.toString('base64'))
  }

  const ca = memoize(signCa)
  const client = memoize(signClient)
  return {
    today: new Date(today),
    caPem: (authority) => ca(JSON.stringify(authority)),
    clientCertificatePem: (request, authority) => client(JSON.stringify([request, authority])),
  }
}
