/**
 * A Kafka broker, small but real: clients log in with a certificate or by SASL (SCRAM-SHA-256, PLAIN), list topics,
 * produce and consume. It holds one topic in memory. Right server and impostors differ by their certificates alone.
 */
import { topicLog, TOPIC } from './kafka-topic.ts'
import { array, blob, int16, int32, int8, KafkaReader, NULL_STRING, string } from './kafka-wire.ts'
import { scramExchange, type ScramExchange } from './scram.ts'
import { Hangup, secureIfAsked, serve, take, type ServerOptions, type TestServer } from './test-server.ts'

export interface KafkaOptions extends ServerOptions {
  /** Without it, whoever gets through TLS is in: authentication by certificate. */
  readonly sasl?: { readonly user: string; readonly password: string }
}

const PRODUCE = 0
const FETCH = 1
const LIST_OFFSETS = 2
const METADATA = 3
const SASL_HANDSHAKE = 17
const API_VERSIONS = 18
const SASL_AUTHENTICATE = 36

/** What is spoken: [API, oldest version, newest version]. Before the flexible versions, so that all strings are plain. */
const VERSIONS = [
  [PRODUCE, 3, 3],
  [FETCH, 4, 4],
  [LIST_OFFSETS, 1, 1],
  [METADATA, 0, 1],
  [SASL_HANDSHAKE, 0, 1],
  [API_VERSIONS, 0, 0],
  [SASL_AUTHENTICATE, 0, 0],
] as const

const OK = int16(0)
const UNSUPPORTED_VERSION = int16(35)
const UNSUPPORTED_MECHANISM = int16(33)
const SASL_FAILED = int16(58)

const MECHANISMS = ['SCRAM-SHA-256', 'PLAIN']

const versions = (error: Buffer): Buffer =>
  Buffer.concat([error, array(VERSIONS.map((triple) => Buffer.concat(triple.map(int16))))])

const metadata = (version: number, host: string, port: number): Buffer => {
  const broker = [int32(0), string(host), int32(port), ...(version > 0 ? [NULL_STRING] : [])]
  const partition = [OK, int32(0), int32(0), array([int32(0)]), array([int32(0)])]
  const topic = [OK, string(TOPIC), ...(version > 0 ? [int8(0)] : []), array([Buffer.concat(partition)])]
  return Buffer.concat([
    array([Buffer.concat(broker)]),
    ...(version > 0 ? [int32(0)] : []),
    array([Buffer.concat(topic)]),
  ])
}

/** The login of one connection. */
interface Login {
  ready: boolean
  mechanism: string
  scram: ScramExchange | undefined
}

/** @returns the server's next message, or undefined when the login has failed */
const authenticate = (login: Login, sasl: NonNullable<KafkaOptions['sasl']>, message: string): string | undefined => {
  if (login.mechanism === 'PLAIN') {
    login.ready = message === `\0${sasl.user}\0${sasl.password}`
    return login.ready ? '' : undefined
  }
  login.scram ??= scramExchange(sasl.password)
  const answer = login.scram.answer(message)
  login.ready = login.scram.done()
  return answer
}

/** Starts a broker. Every request of a client is a login: it has taken the server for the right one. */
export const kafkaBroker = async (options: KafkaOptions): Promise<TestServer> => {
  const { sasl, host } = options
  const log = topicLog()
  let port = 0

  const broker = await serve(options, async (talk) => {
    const socket = await secureIfAsked(talk)
    const login: Login = { ready: sasl === undefined, mechanism: '', scram: undefined }
    /** After SaslHandshake version 0 the tokens come without Kafka's headers. */
    let bareTokens = false
    const send = (...parts: Buffer[]) => socket.write(blob(Buffer.concat(parts)))

    for (;;) {
      const body = await take(socket, (await take(socket, 4)).readInt32BE())
      if (bareTokens && !login.ready && sasl) {
        talk.seen.logins.push(`SASL message by ${login.mechanism}`)
        const answer = authenticate(login, sasl, body.toString())
        if (answer === undefined) throw new Hangup()
        send(Buffer.from(answer))
        continue
      }
      const request = new KafkaReader(body)
      const [api, version, correlation] = [request.int16(), request.int16(), int32(request.int32())]
      request.string()
      talk.seen.logins.push(`request ${String(api)}`)
      const known = VERSIONS.find(([key, min, max]) => key === api && version >= min && version <= max)

      if (api === API_VERSIONS) send(correlation, versions(known ? OK : UNSUPPORTED_VERSION))
      else if (!known) throw new Hangup()
      else if (api === SASL_HANDSHAKE) {
        login.mechanism = request.string()
        bareTokens = version === 0
        const good = MECHANISMS.includes(login.mechanism)
        send(correlation, good ? OK : UNSUPPORTED_MECHANISM, array(MECHANISMS.map(string)))
      } else if (api === SASL_AUTHENTICATE && sasl) {
        const answer = authenticate(login, sasl, request.blob()?.toString() ?? '')
        const failed = answer === undefined
        send(correlation, failed ? SASL_FAILED : OK, NULL_STRING, blob(Buffer.from(answer ?? '')))
      } else if (!login.ready) throw new Hangup()
      else if (api === METADATA) send(correlation, metadata(version, host, port))
      else if (api === PRODUCE) send(correlation, log.produce(request))
      else if (api === FETCH) send(correlation, log.fetch(request))
      else send(correlation, log.offsets(request))
    }
  })
  port = broker.port
  return broker
}
