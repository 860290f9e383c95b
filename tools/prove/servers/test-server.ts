/**
 * Base of all servers of the proof: a port on this machine, a certificate, and a record of what a client revealed.
 * Conversations start on the plain socket, so that a client that skips TLS is detected too.
 */
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'

/** A certificate with its key, both PEM. */
export interface Identity {
  readonly certificate: string
  readonly key: string
}

/** What a server saw of its clients. */
export interface Seen {
  connections: number
  /** TLS handshakes that were completed: the client has accepted the certificate. */
  handshakes: number
  /** How often a client was sent a certificate, or told that there is no TLS. */
  shown: number
  /** Leaked passwords and logins, as text for the report. */
  readonly logins: string[]
  /** Why handshakes failed, as reported by OpenSSL: which alert the client sent. */
  readonly alerts: string[]
}

export interface TestServer {
  readonly host: string
  readonly port: number
  readonly seen: Seen
  readonly close: () => Promise<void>
}

export interface ServerOptions {
  readonly identity: Identity
  /** Name that clients use; the server listens on its address. */
  readonly host: string
  /** PEM of the CA whose client certificates are required. */
  readonly clientCa?: string
  /** Claims to have no TLS, if the protocol lets a server say so. */
  readonly withoutTls?: boolean
}

/** A client hung up, or violated the protocol: this ends the conversation, and isn't an error. */
export class Hangup extends Error {}

const EVENTS = ['readable', 'end', 'close'] as const

/** Waits until data arrives, or the socket ends. */
const change = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      for (const event of EVENTS) socket.off(event, done)
      resolve()
    }
    for (const event of EVENTS) socket.on(event, done)
  })

/**
 * Reads exactly `count` bytes; what comes after them stays in the socket.
 * Takes available data at once: waiting for more while data is unread would loop forever.
 */
export const take = async (socket: Socket, count: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for (let missing = count; missing > 0;) {
    const chunk = socket.read(Math.min(missing, socket.readableLength)) as Buffer | null
    if (chunk !== null && chunk.length > 0) {
      chunks.push(chunk)
      missing -= chunk.length
    } else if (socket.readableEnded || socket.destroyed) throw new Hangup()
    else await change(socket)
  }
  return Buffer.concat(chunks)
}

/** The socket that a protocol implementation uses. */
export interface Connection {
  readonly socket: Socket
  readonly seen: Seen
  /** Starts TLS on the socket. @throws {Hangup} when the client refuses the certificate */
  readonly secure: (socket: Socket) => Promise<TLSSocket>
}

export type Conversation = (talk: Connection) => Promise<void>

/** First byte of a TLS record that holds a handshake. */
const TLS_HANDSHAKE = 0x16

/** Starts TLS if the client does, and hangs up where there is none; goes on in the clear with one that doesn't. */
export const secureIfAsked = async (
  { socket, seen, secure }: Connection,
  { withoutTls = false }: Pick<ServerOptions, 'withoutTls'> = {},
): Promise<Socket> => {
  const first = await take(socket, 1)
  socket.unshift(first)
  if (first[0] !== TLS_HANDSHAKE) return socket
  if (!withoutTls) return secure(socket)
  seen.shown++
  throw new Hangup()
}

const isSignedBy = (certificate: X509Certificate | undefined, ca: string): boolean =>
  certificate?.verify(new X509Certificate(ca).publicKey) ?? false

/** Starts a server on a free port. */
export const serve = async (
  { identity, host, clientCa }: ServerOptions,
  conversation: Conversation,
): Promise<TestServer> => {
  const seen: Seen = { connections: 0, handshakes: 0, shown: 0, logins: [], alerts: [] }
  const open = new Set<Socket>()
  const secureContext = createSecureContext({
    cert: identity.certificate,
    key: identity.key,
    ...(clientCa !== undefined && { ca: clientCa }),
  })

  const secure = (socket: Socket): Promise<TLSSocket> =>
    new Promise((resolve, reject) => {
      const demands = { requestCert: clientCa !== undefined, rejectUnauthorized: clientCa !== undefined }
      const encrypted = new TLSSocket(socket, { isServer: true, secureContext, ...demands })
      // The first secrets are there when the answer to the client's hello is, which holds the certificate. Some clients
      // then hang up without an alert.
      encrypted.once('keylog', () => {
        seen.shown++
      })
      encrypted.once('secure', () => {
        if (clientCa !== undefined && !isSignedBy(encrypted.getPeerX509Certificate(), clientCa)) {
          seen.alerts.push('the client certificate is not of the project CA')
          encrypted.destroy()
          reject(new Hangup())
          return
        }
        seen.handshakes++
        resolve(encrypted)
      })
      encrypted.on('error', (error: Error) => {
        seen.alerts.push(error.message)
        reject(new Hangup())
      })
      encrypted.once('close', () => {
        reject(new Hangup())
      })
    })

  const server = createServer((socket) => {
    seen.connections++
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
    conversation({ socket, seen, secure })
      .catch((error: unknown) => {
        if (!(error instanceof Hangup)) seen.alerts.push(String(error))
      })
      .finally(() => setTimeout(() => socket.destroy(), 50))
  })
  server.listen(0, host)
  await once(server, 'listening')
  return {
    host,
    port: (server.address() as AddressInfo).port,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        for (const socket of open) socket.destroy()
      }),
  }
}
