/** The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677), for the Kafka broker of the proof. */
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

const ITERATIONS = 4096

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, index) => byte ^ (b[index] ?? 0)))
const attribute = (message: string, name: string): string =>
  message
    .split(',')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(2) ?? ''

/** One exchange: takes the client's two messages in turn, gives the server's. */
export interface ScramExchange {
  /** @returns the answer, or undefined when the password is wrong */
  readonly answer: (message: string) => string | undefined
  readonly done: () => boolean
}

export const scramExchange = (password: string): ScramExchange => {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, 32, 'sha256')
  let clientFirst: string | undefined
  let serverFirst = ''
  let done = false

  const first = (message: string): string => {
    clientFirst = message.slice(message.indexOf(',', message.indexOf(',') + 1) + 1)
    const nonce = attribute(clientFirst, 'r') + randomBytes(18).toString('base64')
    serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${String(ITERATIONS)}`
    return serverFirst
  }

  const final = (message: string): string | undefined => {
    const cut = message.lastIndexOf(',p=')
    const transcript = `${clientFirst ?? ''},${serverFirst},${message.slice(0, cut)}`
    const clientKey = hmac(salted, 'Client Key')
    const expected = xor(clientKey, hmac(sha256(clientKey), transcript))
    const proof = Buffer.from(message.slice(cut + 3), 'base64')
    if (proof.length !== expected.length || !timingSafeEqual(proof, expected)) return undefined
    done = true
    return `v=${hmac(hmac(salted, 'Server Key'), transcript).toString('base64')}`
  }

  return {
    answer: (message) => (clientFirst === undefined ? first(message) : final(message)),
    done: () => done,
  }
}
