/** The mock API over HTTP: the same handlers that run in the page and in tests, behind `node:http`. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

import { errorAnswer } from '../mocks/errors.ts'
import { createMockApi, type MockApiOptions } from '../mocks/api.ts'
import { listenNear, type RunningServer } from './listen.ts'

export interface MockServerOptions extends MockApiOptions {
  /** The preferred port; 0 takes any. */
  readonly port: number
}

/**
 * Converts a Node request for the mock.
 * @throws {TypeError} if no Request can be made of it: an invalid URL, or a method such as TRACE
 */
export const toRequest = (incoming: IncomingMessage, origin: string): Request => {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method !== 'GET' && method !== 'HEAD' && { body: Readable.toWeb(incoming) as BodyInit, duplex: 'half' }
  return new Request(new URL(url, origin), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...body,
  })
}

const send = async (answer: Response, response: ServerResponse, method: string | undefined): Promise<void> => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (method === 'HEAD' || !answer.body) {
    response.end()
    return
  }
  // If the body breaks off (some scenarios do so), the pipeline destroys the response and so the connection.
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response).catch(() => undefined)
}

/** The mock API as a listener for any Node server, with or without TLS. */
export const createMockListener = (options: MockApiOptions): RequestListener => {
  const api = createMockApi(options)

  const answer = async (incoming: IncomingMessage): Promise<Response> => {
    let request: Request
    try {
      request = toRequest(incoming, 'http://localhost')
    } catch {
      return errorAnswer(400, 'Bad request')
    }
    try {
      return await api.fetch(request)
    } catch (error) {
      console.error(error)
      return errorAnswer(500, 'Internal server error')
    }
  }

  return (incoming, response) => {
    void answer(incoming).then((result) => send(result, response, incoming.method))
  }
}

/** Serves the mock API on loopback. Its certificates stay the same for as long as it runs. */
export const serveMockApi = ({ port, ...options }: MockServerOptions): Promise<RunningServer> =>
  listenNear(createServer(createMockListener(options)), port)
