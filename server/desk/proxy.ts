/** From `/v1` of this server to the API: with the token, without anything else of the browser's. */
import {
  request as requestPlain,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http'
import { request as requestTls } from 'node:https'
import { pipeline } from 'node:stream'

import { API_HEADERS } from '../security-headers.ts'

export interface ApiProxyOptions {
  readonly upstream: URL
  readonly token: string
  /** Milliseconds of silence after which the API is given up. */
  readonly patience?: number
}

/** Less than the page's own 30 s, so that the page hears why. */
const PATIENCE_MS = 25_000

/** What goes along, by name: so cookies, hop-by-hop headers and whatever comes up next year stay here. */
const REQUEST_HEADERS = ['accept', 'accept-encoding', 'content-length', 'content-type', 'user-agent']
const ANSWER_HEADERS = ['content-encoding', 'content-length', 'date', 'retry-after', 'x-request-id']

const pick = (headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

/** Every answer below `/v1` is data, whatever the API calls it. */
const DATA = { ...API_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store' }

/** Answers in the shape of Aiven's errors. */
export const sendApiError = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, DATA)
  response.end(JSON.stringify({ errors: [{ message, status }], message }))
}

/** Why there is no answer, by the system's error code alone: messages of others may quote a request. */
const reasonFor = (code: string, host: string): string => {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The name ${host} wasn't found (${code}).`
  if (code === 'ECONNREFUSED') return `${host} refused the connection (${code}).`
  if (/CERT|SIGNATURE|SSL|EPROTO/.test(code)) {
    return `The TLS certificate of ${host} couldn't be verified (${code}), so nothing was sent there. If your network has its own CA, name its file in NODE_EXTRA_CA_CERTS.`
  }
  return `No answer from ${host} (${code}).`
}

/** A handler that forwards one request. Failures are answered in the shape of Aiven's errors. */
export const createApiProxy = ({ upstream, token, patience = PATIENCE_MS }: ApiProxyOptions) => {
  const { host } = upstream
  const base = upstream.pathname.replace(/\/$/, '')
  const send = upstream.protocol === 'https:' ? requestTls : requestPlain

  const answer = (outgoing: ClientRequest, response: ServerResponse) => {
    const fail = (status: number, message: string) => {
      if (response.headersSent) response.destroy()
      else if (!response.destroyed) sendApiError(response, status, message)
      outgoing.destroy()
    }
    outgoing.on('response', (incoming) => {
      const { statusCode = 502 } = incoming
      if (statusCode >= 300 && statusCode < 400) {
        fail(502, `${host} redirects elsewhere (status ${String(statusCode)}), which isn't followed.`)
        return
      }
      response.writeHead(statusCode, { ...DATA, ...pick(incoming.headers, ANSWER_HEADERS) })
      // Where the API's answer breaks off, this one does as well.
      pipeline(incoming, response, () => undefined)
    })
    outgoing.on('upgrade', (_incoming, socket) => {
      socket.destroy()
      fail(502, `${host} switched the protocol (status 101), which wasn't requested.`)
    })
    outgoing.on('timeout', () => {
      fail(504, `No answer from ${host} within ${String(patience / 1000)} seconds.`)
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      fail(502, reasonFor(error.code ?? 'unknown', host))
    })
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const outgoing = send({
      hostname: upstream.hostname.replace(/^\[|\]$/g, ''),
      port: upstream.port,
      path: base + (request.url ?? ''),
      method: request.method,
      headers: { ...pick(request.headers, REQUEST_HEADERS), host, authorization: `aivenv1 ${token}` },
      timeout: patience,
      // A connection that was kept open may have ended meanwhile: a read is asked for again then, a change isn't.
      ...(request.method !== 'GET' && { agent: false }),
      // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
      rejectUnauthorized: true,
    })
    answer(outgoing, response)
    response.on('close', () => {
      if (!response.writableFinished) outgoing.destroy()
    })
    request.pipe(outgoing)
  }
}
