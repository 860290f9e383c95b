/** A minimal HTTP client for tests: unlike fetch, it sends any Host, Origin and path, and follows no redirects. */
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'

export interface RawRequest {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

export interface RawResponse {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** @throws if the connection breaks off, before or during the answer */
export const sendRaw = (origin: string, path: string, { method = 'GET', headers = {}, body }: RawRequest = {}) =>
  new Promise<RawResponse>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
