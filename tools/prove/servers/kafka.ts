/** A Kafka listener that is an impostor: whoever sends it a request has taken it for the right broker. */
import { Hangup, secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

/** Length, API key, version: how every request of Kafka begins, those of SASL too. */
const HEAD = 8

/** With `clientCa` it demands a certificate, and hears only clients that have one. */
export const kafkaImpostor = (options: ServerOptions): Promise<TestServer> =>
  serve(options, async (talk) => {
    const socket = await secureIfAsked(talk, options)
    const head = await take(socket, HEAD)
    talk.seen.logins.push(`request ${String(head.readInt16BE(4))}`)
    throw new Hangup()
  })
