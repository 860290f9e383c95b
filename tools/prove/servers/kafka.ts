/** A Kafka impostor: a client that sends a request has accepted it as the right broker. */
import { Hangup, secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

/** Length, API key, version: the start of every Kafka request, including SASL. */
const HEAD = 8

/** With `clientCa` it requires a client certificate. */
export const kafkaImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk, options)
    const head = await take(socket, HEAD)
    talk.seen.logins.push(`request ${String(head.readInt16BE(4))}`)
    throw new Hangup()
  })
