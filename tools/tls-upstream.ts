/** An HTTPS server with a certificate of a CA of its own: what tests put in the API's place. */
import { createServer } from 'node:https'
import type { RequestListener } from 'node:http'

import 'reflect-metadata'
import { listenNear, type RunningServer } from '../server/listen.ts'

const DAY = 86_400_000
const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export interface TlsUpstream extends RunningServer {
  /** The certificate of the CA that signed the server's, in PEM. */
  readonly caPem: string
}

const newKeys = () => crypto.subtle.generateKey(EC, true, ['sign', 'verify'])

/** A CA, and a server's certificate of it for the host names given. */
const createCertificates = async (names: readonly string[]) => {
  const x509 = await import('@peculiar/x509')
  const [ca, server] = await Promise.all([newKeys(), newKeys()])
  const period = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) }
  const issuer = 'CN=CA of a test'
  const caCertificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...period,
    serialNumber: '01',
    name: issuer,
    keys: ca,
    signingAlgorithm: EC,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  })
  const certificate = await x509.X509CertificateGenerator.create({
    ...period,
    serialNumber: '02',
    subject: 'CN=server of a test',
    issuer,
    publicKey: server.publicKey,
    signingKey: ca.privateKey,
    signingAlgorithm: EC,
    extensions: [
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
    ],
  })
  const key = x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY')
  return { caPem: caCertificate.toString('pem'), cert: certificate.toString('pem'), key }
}

/** Starts it on a free port of loopback. */
export const serveTls = async (names: readonly string[], listener: RequestListener): Promise<TlsUpstream> => {
  const { caPem, cert, key } = await createCertificates(names)
  const server = await listenNear(createServer({ cert, key }, listener), 0)
  return { ...server, origin: server.origin.replace('http:', 'https:'), caPem }
}
