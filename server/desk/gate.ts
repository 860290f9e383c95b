/**
 * Access control of the desk, by three things that no other program or page has: a random host name per run (so that no
 * other port of this machine is sent the cookie), a cookie (for the page and its files), and a key that the page stores
 * in its origin's storage, which is bound to the port, and sends with every API request.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { rawPath } from '../site.ts'

export interface Refusal {
  readonly status: number
  readonly message: string
}

export interface Gate {
  /** The host name of this run, without the port. */
  readonly hostname: string
  /** The path of the one-time link. */
  readonly linkPath: string
  /** The key that the page sends with every API request. */
  readonly key: string
  /** Why a request is refused before checking who sent it; undefined if it isn't. */
  readonly refuseForeign: (request: IncomingMessage) => Refusal | undefined
  /** Whether a request carries the cookie. */
  readonly knows: (request: IncomingMessage) => boolean
  /** Whether a request carries the key. */
  readonly hasKey: (request: IncomingMessage) => boolean
  /** The Set-Cookie header for the first visitor with the link. */
  readonly open: (request: IncomingMessage) => string | undefined
}

/** The header with the key. src/api/access.ts sends it. */
export const KEY_HEADER = 'x-anchor-key'

const LINK = '/desk/'
const FROM_HERE = new Set(['same-origin', 'none'])

const secret = () => randomBytes(32).toString('base64url')

/** Compares in constant time: the duration reveals neither where two texts differ nor their length. */
const same = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/** Whether a path is a one-time link, valid or not. */
export const isLink = (path: string): boolean => path.startsWith(LINK)

/** @param port of the server: the cookie's name has it, because cookies are shared by all ports of a host */
export const createGate = (port: number): Gate => {
  const hostname = `anchor-${randomBytes(8).toString('hex')}.localhost`
  // Not every browser resolves names below localhost. With the other two names, the cookie goes to every port, but the key doesn't.
  const hosts = new Set([hostname, '127.0.0.1', 'localhost'].map((name) => `${name}:${String(port)}`))
  const cookie = { name: `anchor-desk-${String(port)}`, value: secret() }
  const key = secret()
  const link = `${LINK}${secret()}`
  let used = false

  return {
    hostname,
    linkPath: link,
    key,
    refuseForeign: ({ headers }) => {
      const { host = '', origin, 'sec-fetch-site': site } = headers
      if (!hosts.has(host)) return { status: 403, message: 'This server only answers at its own address.' }
      if (origin !== undefined && origin !== `http://${host}`) {
        return { status: 403, message: 'Requests from other pages are rejected.' }
      }
      if (site !== undefined && !FROM_HERE.has(site)) {
        return {
          status: 403,
          message: 'Requests from other pages are rejected. Copy the address into the address bar.',
        }
      }
      return undefined
    },
    knows: ({ headers }) =>
      (headers.cookie ?? '').split(';').some((pair) => {
        const [name = '', ...value] = pair.trim().split('=')
        return name === cookie.name && same(value.join('='), cookie.value)
      }),
    hasKey: ({ headers }) => same(String(headers[KEY_HEADER] ?? ''), key),
    open: (request) => {
      if (used || !same(rawPath(request), link)) return undefined
      used = true
      return `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Strict`
    },
  }
}
