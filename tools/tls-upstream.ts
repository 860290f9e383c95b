/** TLS servers with their own CA: tests use them as the API, and the bench loads pages from them. */
import { createServer } from 'node:https'
import type { RequestListener } from 'node:http'
import {
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from 'node:http2'
import type { AddressInfo } from 'node:net'

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

/** The same over HTTP/2, as browsers load pages from most servers. Handlers written for HTTP/1.1 serve here as well. */
export const serveHttp2 = async (names: readonly string[], listener: RequestListener): Promise<TlsUpstream> => {
  const { caPem, cert, key } = await createCertificates(names)
  const sessions = new Set<ServerHttp2Session>()
  const server = createSecureServer(
    { cert, key },
    listener as unknown as (request: Http2ServerRequest, response: Http2ServerResponse) => void,
  )
  server.on('session', (session) => {
    sessions.add(session)
    session.on('close', () => sessions.delete(session))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `https://127.0.0.1:${String(port)}`,
    port,
    caPem,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const session of sessions) session.destroy()
      }),
  }
}
