/** Certificates for the tests of what is made out of certificates, signed when needed by another library. */
import { createPrivateKey } from 'node:crypto'

import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

const ALGORITHMS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const

export type KeyKind = keyof typeof ALGORITHMS

const DAY = 86_400_000

export interface TestPair {
  readonly certificatePem: string
  readonly keyPem: string
  /** The key in its older form; RSA only. */
  readonly pkcs1Pem: () => string
}

export interface TestAuthority {
  readonly pem: string
  /** @param options.host the name in it, for servers */
  readonly sign: (
    name: string,
    options?: { readonly kind?: KeyKind; readonly days?: number; readonly host?: string },
  ) => Promise<TestPair>
}

const generate = (kind: KeyKind) => crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])

const pem = (certificate: x509.X509Certificate) => `${certificate.toString('pem')}\n`

/** A certificate authority that signs servers at localhost and clients. */
export const makeAuthority = async (name: string, kind: KeyKind = 'rsa'): Promise<TestAuthority> => {
  const signingAlgorithm = ALGORITHMS[kind]
  const keys = await generate(kind)
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm,
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  })
  return {
    pem: pem(authority),
    sign: async (subject, { kind: own = 'rsa', days = 30, host = 'localhost' } = {}) => {
      const pair = await generate(own)
      const certificate = await x509.X509CertificateGenerator.create({
        subject: `CN=${subject}`,
        issuer: authority.subject,
        notBefore: new Date(Date.now() - 60 * DAY),
        notAfter: new Date(Date.now() + days * DAY),
        publicKey: pair.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm,
        extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
      })
      const keyPem = `${x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', pair.privateKey), 'PRIVATE KEY')}\n`
      return {
        certificatePem: pem(certificate),
        keyPem,
        pkcs1Pem: () => createPrivateKey(keyPem).export({ type: 'pkcs1', format: 'pem' }).toString(),
      }
    },
  }
}
