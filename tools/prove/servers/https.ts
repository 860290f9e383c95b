/** An HTTPS endpoint with Basic authentication: the right server and the impostors differ only in their certificates. */
import type { Socket } from 'node:net'

import { secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const readHead = async (socket: Socket): Promise<string> => {
  let head = ''
  while (!head.endsWith('\r\n\r\n')) head += (await take(socket, 1)).toString('latin1')
  return head
}

/** OpenSearch's answer about itself, and a list for clients that request one. */
const INFO = '{"cluster_name":"proof","version":{"distribution":"opensearch","number":"2.19.0"},"tagline":"ok"}\n'
const bodyOf = (head: string): string => (/^GET \/(subjects|topics)/.test(head) ? '["proof"]\n' : INFO)

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
    const body = bodyOf(head)
    const length = String(body.length)
    socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\nconnection: close\r\n\r\n${body}`,
    )
  })
