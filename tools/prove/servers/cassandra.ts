/** The part of Cassandra's protocol (version 4) needed to receive a password. */
import type { Socket } from 'node:net'

import { Hangup, secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const VERSION = 4
const OPCODE = { error: 0x00, startup: 0x01, authenticate: 0x03, options: 0x05, supported: 0x06, authResponse: 0x0f }
const HEAD = 9

const string = (text: string): Buffer => {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(text.length)
  return Buffer.concat([length, Buffer.from(text)])
}

/** An error: its code, and what a client reads of it. */
const problem = (code: number, text: string): Buffer => {
  const head = Buffer.alloc(4)
  head.writeInt32BE(code)
  return Buffer.concat([head, string(text)])
}

const PROTOCOL = problem(0x0a, 'Invalid or unsupported protocol version; supported versions are (4/v4)')
const REFUSED = problem(0x01_00, 'this server only listens')
const AUTHENTICATOR = string('org.apache.cassandra.auth.PasswordAuthenticator')
/** A list of values by name; clients look for both names. */
const SUPPORTED = Buffer.concat([
  Buffer.from([0, 2]),
  string('CQL_VERSION'),
  Buffer.from([0, 1]),
  string('3.4.5'),
  string('COMPRESSION'),
  Buffer.from([0, 0]),
])

const answer = (socket: Socket, stream: Buffer, opcode: number, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length)
  socket.write(Buffer.concat([Buffer.from([0x80 | VERSION, 0]), stream, Buffer.from([opcode]), length, body]))
}

/** An impostor: asks newer clients to use version 4, records passwords, and refuses them. */
export const cassandraImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk, options)
    for (;;) {
      const head = await take(socket, HEAD)
      const body = await take(socket, head.readInt32BE(5))
      const [version, opcode] = [head.readUInt8(0), head.readUInt8(4)]
      const stream = head.subarray(2, 4)
      if (version !== VERSION) answer(socket, stream, OPCODE.error, PROTOCOL)
      else if (opcode === OPCODE.options) answer(socket, stream, OPCODE.supported, SUPPORTED)
      else if (opcode === OPCODE.startup) answer(socket, stream, OPCODE.authenticate, AUTHENTICATOR)
      else if (opcode === OPCODE.authResponse) {
        talk.seen.logins.push(`password ${body.subarray(4).toString().split('\0').slice(1).join(' ')}`)
        answer(socket, stream, OPCODE.error, REFUSED)
      } else throw new Hangup()
    }
  })
