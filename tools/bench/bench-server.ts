/** Serves the app and its API on one origin. The API answers from memory, so that only the page is measured. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'

import { createMockApi, type MockApiOptions } from '../../mocks/api.ts'
import { withApiTag } from '../../server/api-tag.ts'
import { listenNear, type RunningServer } from '../../server/listen.ts'
import { createSite, rawPath } from '../../server/site.ts'
import { serveHttp2 } from '../tls-upstream.ts'

type Service = Readonly<Record<string, unknown>>

export interface BenchServerOptions {
  /** Of a live build, or of another that asks for the API at `/v1`. */
  readonly folder: string
  readonly scenario?: NonNullable<MockApiOptions['scenario']>
  /** Changes the services in a list. */
  readonly services?: (services: readonly Service[]) => readonly Service[]
  /** Over TLS and HTTP/2, as users reach it on the Internet; its certificate is of a CA that nobody trusts. */
  readonly http2?: boolean
  /** Other files to serve, by path. */
  readonly files?: Readonly<Record<string, (response: ServerResponse) => void>>
}

export interface BenchServer extends RunningServer {
  /** API requests since the last `forget`. */
  readonly requests: () => readonly string[]
  readonly clearRequests: () => void
}

/** A cached API answer: plain, and compressed as by the real API. */
interface Answer {
  readonly status: number
  readonly plain: Buffer
  readonly gzip: Buffer
}

/** Serves a build without sign-in. */
export const serveForBench = async ({
  folder,
  scenario,
  services,
  http2 = false,
  files = {},
}: BenchServerOptions): Promise<BenchServer> => {
  const api = createMockApi({ scenario: scenario ?? 'default' })
  const site = createSite(folder, (html) => withApiTag(html, { api: 'https://api.aiven.io', token: 'desk' }))
  const answers = new Map<string, Promise<Answer>>()
  let requests: string[] = []
  const ask = async (method: string, url: string, sent: string): Promise<Answer> => {
    const headers = { authorization: 'aivenv1 bench', 'content-type': 'application/json' }
    const request = { method, headers, ...(method !== 'GET' && { body: sent }) }
    const answer = await api.fetch(new Request(new URL(url, 'http://localhost'), request))
    let body = await answer.text()
    if (services && /\/service\?/.test(url) && answer.ok) {
      const listed = JSON.parse(body) as { services: readonly Service[] }
      body = JSON.stringify({ services: services(listed.services) })
    }
    const plain = Buffer.from(body)
    return { status: answer.status, plain, gzip: gzipSync(plain) }
  }
  const send = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '' } = request
    requests.push(url)
    const sent = await text(request)
    const question = `${method} ${url} ${sent}`
    const known = answers.get(question) ?? ask(method, url, sent)
    answers.set(question, known)
    const { status, plain, gzip } = await known
    const compressed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(compressed && { 'content-encoding': 'gzip' }),
    })
    response.end(compressed ? gzip : plain)
  }

  const answer: RequestListener = (request, response) => {
    const path = rawPath(request)
    const file = files[path]
    if (file) file(response)
    else if (path.startsWith('/v1/')) void send(request, response)
    else site(request, response)
  }
  return {
    ...(await (http2 ? serveHttp2(['127.0.0.1'], answer) : listenNear(createServer(answer), 0))),
    requests: () => requests,
    clearRequests: () => {
      requests = []
    },
  }
}
