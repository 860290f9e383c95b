/** The part of PostgreSQL's protocol (version 3) needed to receive a password: SSLRequest, startup, request for the plain password. */
import { Hangup, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const CLEARTEXT_PASSWORD = message('R', Buffer.from([0, 0, 0, 3]))
const REFUSED = message('E', Buffer.from('SFATAL\0VFATAL\0C28P01\0Mthis server only listens\0\0'))

/** An impostor: records the password, and ends the connection. */
export const postgresqlImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async ({ socket: bare, seen, secure }) => {
    let socket = bare
    for (;;) {
      const length = (await take(socket, 4)).readInt32BE()
      const body = await take(socket, length - 4)
      const code = body.readInt32BE()
      if (code === GSS_REQUEST) socket.write('N')
      else if (code === SSL_REQUEST && options.withoutTls) {
        socket.write('N')
        seen.shown++
      } else if (code === SSL_REQUEST) {
        socket.write('S')
        socket = await secure(socket)
      } else break
    }
    socket.write(CLEARTEXT_PASSWORD)
    const type = (await take(socket, 1)).toString()
    if (type !== 'p') throw new Hangup()
    const password = await take(socket, (await take(socket, 4)).readInt32BE() - 4)
    seen.logins.push(`password ${password.subarray(0, -1).toString()}`)
    socket.end(REFUSED)
  })
