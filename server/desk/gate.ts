/**
 * Who may come in: whoever opened the one-time link that was printed on the terminal of whoever started the server,
 * and nothing that another page on the same machine, or a name that points to loopback, makes a browser ask.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { rawPath } from '../site.ts'

export interface Refusal {
  readonly status: number
  readonly message: string
}

export interface Gate {
  /** The path of the one-time link. */
  readonly linkPath: string
  /** Why a request is refused before anyone looks at who sent it; undefined when it is not. */
  readonly refuseForeign: (request: IncomingMessage) => Refusal | undefined
  /** Whether a request carries the cookie. */
  readonly knows: (request: IncomingMessage) => boolean
  /** The cookie's header for whoever brings the link for the first time. */
  readonly open: (request: IncomingMessage) => string | undefined
}

const LINK = '/desk/'
const FROM_HERE = new Set(['same-origin', 'none'])

const secret = () => randomBytes(32).toString('base64url')

/** Compares without telling by the time it takes where two texts differ, or how long they are. */
const same = (one: string, other: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}

/** Whether a path is a one-time link, good or bad. */
export const isLink = (path: string): boolean => path.startsWith(LINK)

/** @param port of the server: the cookie's name has it, because cookies are shared by all ports of a host */
export const createGate = (port: number): Gate => {
  const hosts = new Set([`127.0.0.1:${String(port)}`, `localhost:${String(port)}`])
  const cookie = { name: `anchor-desk-${String(port)}`, value: secret() }
  const link = `${LINK}${secret()}`
  let used = false

  return {
    linkPath: link,
    refuseForeign: ({ headers }) => {
      const { host = '', origin, 'sec-fetch-site': site } = headers
      if (!hosts.has(host)) return { status: 403, message: 'This server answers to its own address only.' }
      if (origin !== undefined && origin !== `http://${host}`) {
        return { status: 403, message: 'Requests of other pages are refused.' }
      }
      if (site !== undefined && !FROM_HERE.has(site)) {
        return { status: 403, message: 'Requests of other pages are refused. Copy the address into the address bar.' }
      }
      return undefined
    },
    knows: ({ headers }) =>
      (headers.cookie ?? '').split(';').some((pair) => {
        const [name = '', ...value] = pair.trim().split('=')
        return name === cookie.name && same(value.join('='), cookie.value)
      }),
    open: (request) => {
      if (used || !same(rawPath(request), link)) return undefined
      used = true
      return `${cookie.name}=${cookie.value}; Path=/; HttpOnly; SameSite=Strict`
    },
  }
}
