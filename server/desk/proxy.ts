/** From `/v1` of this server to the API: with the token, without anything else of the browser's. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

import { createProxyServer } from 'httpxy'

export interface ApiProxyOptions {
  readonly upstream: URL
  readonly token: string
  /** Milliseconds of silence after which the API is given up. */
  readonly patience?: number
}

/** Less than the page's own 30 s, so that the page hears why. */
const PATIENCE_MS = 25_000

/** What goes along, by name: so cookies, hop-by-hop headers and whatever comes up next year stay here. */
const REQUEST_HEADERS = ['accept', 'accept-encoding', 'content-length', 'content-type', 'user-agent', 'x-request-id']
const ANSWER_HEADERS = ['content-encoding', 'content-length', 'content-type', 'date', 'retry-after', 'x-request-id']

const pick = (headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

/** Answers in the shape of Aiven's errors. */
export const sendApiError = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ errors: [{ message, status }], message }))
}

/** Why there is no answer, by the system's error code alone: messages of others may quote a request. */
const reasonFor = (code: string, host: string): string => {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The name ${host} was not found (${code}).`
  if (code === 'ECONNREFUSED') return `${host} refused the connection (${code}).`
  if (/CERT|SIGNATURE|SSL|EPROTO/.test(code)) {
    return `The TLS certificate of ${host} could not be verified (${code}), so nothing was sent there. If your network has a CA of its own, name its file in NODE_EXTRA_CA_CERTS.`
  }
  return `No answer came from ${host} (${code}).`
}

/** A handler that forwards one request. Failures are answered in the shape of Aiven's errors. */
export const createApiProxy = ({ upstream, token, patience = PATIENCE_MS }: ApiProxyOptions) => {
  const { host } = upstream
  const late = new WeakSet<IncomingMessage>()
  const proxy = createProxyServer({
    target: upstream,
    changeOrigin: true,
    // Whatever NODE_TLS_REJECT_UNAUTHORIZED says.
    secure: true,
    followRedirects: false,
    proxyTimeout: patience,
    selfHandleResponse: true,
  })
  proxy.on('proxyReq', (outgoing, request) => {
    outgoing.once('timeout', () => late.add(request))
  })
  proxy.on('proxyRes', (answer, _request, response) => {
    const { statusCode = 502 } = answer
    if (statusCode >= 300 && statusCode < 400) {
      answer.resume()
      sendApiError(response, 502, `${host} sends elsewhere (status ${String(statusCode)}), which is not followed.`)
      return
    }
    response.writeHead(statusCode, { ...pick(answer.headers, ANSWER_HEADERS), 'cache-control': 'no-store' })
    // The library breaks off this answer where the API's breaks off.
    answer.pipe(response)
  })
  proxy.on('error', (error, request, response) => {
    if (!response || !('writeHead' in response) || response.headersSent) {
      response?.destroy()
      return
    }
    if (request && late.has(request)) {
      sendApiError(response, 504, `No answer came from ${host} within ${String(patience / 1000)} seconds.`)
      return
    }
    sendApiError(response, 502, reasonFor((error as NodeJS.ErrnoException).code ?? 'unknown', host))
  })

  return (request: IncomingMessage, response: ServerResponse): void => {
    const headers = pick(request.headers, REQUEST_HEADERS) as IncomingHttpHeaders
    request.headers = { ...headers, authorization: `aivenv1 ${token}` }
    // Failures arrive at the listener above.
    void proxy.web(request, response).catch(() => undefined)
  }
}
