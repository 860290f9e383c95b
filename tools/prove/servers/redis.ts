/** The part of Redis' protocol needed to receive a password: reads commands, and records AUTH and HELLO. */
import type { Socket } from 'node:net'

import { secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const readLine = async (socket: Socket): Promise<string> => {
  let line = ''
  while (!line.endsWith('\r\n')) line += (await take(socket, 1)).toString('latin1')
  return line.slice(0, -2)
}

/** Parses a client's command: an array of bulk strings. */
const readCommand = async (socket: Socket): Promise<string[]> => {
  const words: string[] = []
  const count = Number((await readLine(socket)).slice(1))
  for (let index = 0; index < count; index++) {
    const length = Number((await readLine(socket)).slice(1))
    words.push((await take(socket, length)).toString())
    await take(socket, 2)
  }
  return words
}

/** An impostor: refuses every command, and records passwords. */
export const redisImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk, options)
    for (;;) {
      const [name = '', ...rest] = await readCommand(socket)
      const words = [name, ...rest]
      const auth = words.findIndex((word) => /^auth$/i.test(word))
      if (auth !== -1) talk.seen.logins.push(`password ${words.slice(auth + 1).join(' ')}`)
      socket.write('-WRONGPASS this server only listens\r\n')
    }
  })
