/** Forwards `/v1` of this server to the API: with the token, without the browser's other headers. */
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
  /** Timeout in milliseconds without data from the API. */
  readonly patience?: number
}

/** Less than the page's own 30 s, so that the page gets the reason. */
const PATIENCE_MS = 25_000

/** Allow list of forwarded headers, which excludes cookies, hop-by-hop headers and unknown future ones. */
const REQUEST_HEADERS = ['accept', 'accept-encoding', 'content-length', 'content-type', 'user-agent']
const ANSWER_HEADERS = ['content-encoding', 'content-length', 'date', 'retry-after', 'x-request-id']

const pick = (headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

/** Every answer below `/v1` is sent as data, whatever its type at the API. */
const DATA = { ...API_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store' }

/** Answers in the shape of Aiven's errors. */
export const sendApiError = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, DATA)
  response.end(JSON.stringify({ errors: [{ message, status }], message }))
}

/** Why there is no answer, by the system's error code only: error messages may quote a request. */
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
      // If the API's answer breaks off, so does this one.
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
      // A kept-alive connection may have closed meanwhile: then a read is sent again, but not a write.
      ...(request.method !== 'GET' && { agent: false }),
      // Overrides NODE_TLS_REJECT_UNAUTHORIZED.
      rejectUnauthorized: true,
    })
    answer(outgoing, response)
    response.on('close', () => {
      if (!response.writableFinished) outgoing.destroy()
    })
    request.pipe(outgoing)
  }
}
