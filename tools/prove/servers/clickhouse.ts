/** The part of ClickHouse's native protocol needed to receive a password, which is in the first packet. */
import type { Socket } from 'node:net'

import { Hangup, secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const HELLO = 0

/** A number of any size: seven bits a byte, the lowest first. */
const takeNumber = async (socket: Socket): Promise<number> => {
  for (let value = 0, scale = 1; ; scale *= 128) {
    const [byte = 0] = await take(socket, 1)
    value += (byte % 128) * scale
    if (byte < 128) return value
  }
}

const takeText = async (socket: Socket): Promise<string> => (await take(socket, await takeNumber(socket))).toString()

/** An impostor: reads the client's hello, and hangs up. */
export const clickhouseImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk)
    if ((await takeNumber(socket)) !== HELLO) throw new Hangup()
    await takeText(socket)
    // Major, minor, revision of the client.
    for (let count = 0; count < 3; count++) await takeNumber(socket)
    await takeText(socket)
    const [user, password] = [await takeText(socket), await takeText(socket)]
    talk.seen.logins.push(`password ${user} ${password}`)
    throw new Hangup()
  })
