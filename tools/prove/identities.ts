/**
 * The certificates of the proof's servers. The project CA is the one downloaded from the app, with the mock's key; the
 * other CAs are made for one run.
 */
import 'reflect-metadata'

import * as x509 from '@peculiar/x509'

import { KEYS } from '../../mocks/data/keys.ts'
import type { Identity } from './servers/test-server.ts'

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const RSA_2048 = { ...RSA, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
const DAY = 86_400_000

/** A CA: name, private key, and the certificate as PEM. */
export interface Authority {
  readonly name: string
  readonly key: CryptoKey
  readonly pem: string
}

/** The certificates of the four servers, by what is wrong with them. */
export interface Identities {
  readonly right: Identity
  readonly rogue: Identity
  readonly wrongHost: Identity
  readonly expired: Identity
}

const { subtle } = crypto

const exportPem = (label: string, bytes: ArrayBuffer): string => x509.PemConverter.encode(bytes, label) + '\n'

/** The CA of a CA file from the mock. @throws if the mock has no key for it */
export const projectAuthority = async (pem: string): Promise<Authority> => {
  const certificate = new x509.X509Certificate(pem)
  for (const base64 of Object.values(KEYS)) {
    const key = await subtle.importKey('pkcs8', Buffer.from(base64, 'base64'), RSA, true, ['sign'])
    const { n } = await subtle.exportKey('jwk', key)
    const publicKey = await subtle.exportKey('jwk', await certificate.publicKey.export(RSA, ['verify']))
    if (n === publicKey.n) return { name: certificate.subject, key, pem }
  }
  throw new Error('The downloaded CA isn’t the mock’s: its key is missing.')
}

/** A new CA for this run. */
export const newAuthority = async (name: string): Promise<Authority> => {
  const keys = await subtle.generateKey(RSA_2048, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: RSA,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 30 * DAY),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { name, key: keys.privateKey, pem: `${certificate.toString('pem')}\n` }
}

/** A server certificate for one host name, good until `daysLeft` days from now (negative: expired). */
const newIdentity = async (
  authority: Authority,
  host: string,
  keys: CryptoKeyPair,
  daysLeft: number,
): Promise<Identity> => {
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${host}`,
    issuer: authority.name,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: RSA,
    notBefore: new Date(Date.now() - 60 * DAY),
    notAfter: new Date(Date.now() + daysLeft * DAY),
    extensions: [
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  })
  return {
    certificate: `${certificate.toString('pem')}\n`,
    key: exportPem('PRIVATE KEY', await subtle.exportKey('pkcs8', keys.privateKey)),
  }
}

/**
 * The certificates of the four servers.
 * @param good signs the right certificate, the one for another host and the expired one
 * @param rogue signs the impostor's certificate with the right name
 */
export const newIdentities = async (good: Authority, rogue: Authority, host: string): Promise<Identities> => {
  const keys = await subtle.generateKey(RSA_2048, true, ['sign', 'verify'])
  const [right, fromRogue, wrongHost, expired] = await Promise.all([
    newIdentity(good, host, keys, 30),
    newIdentity(rogue, host, keys, 30),
    newIdentity(good, 'other-service.a.example.com', keys, 30),
    newIdentity(good, host, keys, -2),
  ])
  return { right, rogue: fromRogue, wrongHost, expired }
}
