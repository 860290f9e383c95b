/** The part of MySQL's protocol needed to receive a login: greeting, switch to TLS, request for the plain password. */
import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'

import { serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const CLIENT_SSL = 0x0800
/** Long password, connect with database, protocol 4.1, SSL, transactions, secure connection, plug-in authentication. */
const CAPABILITIES = 0x0001 | 0x0008 | 0x0200 | CLIENT_SSL | 0x2000 | 0x8000 | 0x0008_0000
const SSL_REQUEST_LENGTH = 32

const packet = (sequence: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUIntLE(body.length, 0, 3)
  head[3] = sequence
  return Buffer.concat([head, body])
}

const greeting = (withoutTls: boolean): Buffer => {
  // Zeros separate the parts of the challenge, so it must contain none.
  const challenge = randomBytes(20).map((byte) => (byte % 94) + 33)
  const capabilities = Buffer.alloc(4)
  capabilities.writeUInt32LE(withoutTls ? CAPABILITIES & ~CLIENT_SSL : CAPABILITIES)
  return packet(
    0,
    Buffer.concat([
      Buffer.from([10]),
      Buffer.from('8.0.36\0'),
      Buffer.from([1, 0, 0, 0]),
      challenge.subarray(0, 8),
      Buffer.from([0]),
      capabilities.subarray(0, 2),
      Buffer.from([45, 2, 0]),
      capabilities.subarray(2),
      Buffer.from([21]),
      Buffer.alloc(10),
      challenge.subarray(8),
      Buffer.from([0]),
      Buffer.from('mysql_native_password\0'),
    ]),
  )
}

const readPacket = async (socket: Socket): Promise<{ sequence: number; body: Buffer }> => {
  const head = await take(socket, 4)
  return { sequence: head[3] ?? 0, body: await take(socket, head.readUIntLE(0, 3)) }
}

const ASK_IN_THE_CLEAR = Buffer.from('\xfemysql_clear_password\0', 'latin1')
const REFUSED = Buffer.from('\xff\x15\x04#28000this server only listens', 'latin1')

/** An impostor. A login is a leak: an attacker can test password guesses against its challenge response offline. */
export const mysqlImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async ({ socket: bare, seen, secure }) => {
    let socket = bare
    socket.write(greeting(options.withoutTls ?? false))
    if (options.withoutTls) seen.shown++
    let { sequence, body } = await readPacket(socket)
    const asksForTls = body.length === SSL_REQUEST_LENGTH && (body.readUInt32LE() & CLIENT_SSL) !== 0
    if (asksForTls) {
      socket = await secure(socket)
      ;({ sequence, body } = await readPacket(socket))
    }
    const user = body.toString('utf8', 32, body.indexOf(0, 32))
    seen.logins.push(`login of ${user}${asksForTls ? '' : ', without TLS'}`)
    socket.write(packet(sequence + 1, ASK_IN_THE_CLEAR))
    const answer = await readPacket(socket)
    seen.logins.push(`password ${answer.body.subarray(0, -1).toString()}`)
    socket.end(packet(answer.sequence + 1, REFUSED))
  })
