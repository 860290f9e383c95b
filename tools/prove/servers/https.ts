/** An HTTPS endpoint with Basic authentication: the right server and the impostors differ by their certificates alone. */
import type { Socket } from 'node:net'

import { secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const readHead = async (socket: Socket): Promise<string> => {
  let head = ''
  while (!head.endsWith('\r\n\r\n')) head += (await take(socket, 1)).toString('latin1')
  return head
}

const BODY = '{"status":"ok"}\n'

export const httpsServer = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk)
    const head = await readHead(socket)
    const basic = /^authorization: basic (\S+)/im.exec(head)?.[1]
    if (basic === undefined) {
      socket.end(
        'HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Basic\r\ncontent-length: 0\r\nconnection: close\r\n\r\n',
      )
      return
    }
    talk.seen.logins.push(`password ${Buffer.from(basic, 'base64').toString()}`)
    const length = String(BODY.length)
    socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${BODY}`,
    )
  })
