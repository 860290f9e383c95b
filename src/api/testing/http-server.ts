/** A client of the API, and a server on loopback that answers it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect } from 'vitest'

import { createApi } from '../client.ts'
import { ApiError } from '../errors.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** An answer of JSON; a text is sent as it is. */
export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

/** An error as the API words it. */
export const aivenError = (status: number, headers?: Record<string, string>) =>
  json(status, { errors: [{ message: 'Said by the API', status }], message: 'Said by the API' }, headers)

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A real HTTP server that sends its answers in order, and repeats the last one. */
export const serve = async (...answers: Answer[]) => {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)]
    seen.push(request)
    answer?.(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const waits: number[] = []
  const client = createApi({
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fetch: (request) => fetch(request),
    token: () => 'secret-token',
    sleep: async (milliseconds) => {
      waits.push(milliseconds)
    },
  })
  const ask = (signal = new AbortController().signal) =>
    client({ operation: 'ServiceList', params: { project: 'x' }, signal })
  const write = (body: object) =>
    client({
      operation: 'ServiceUserCredentialsModify',
      params: { project: 'x', service_name: 's', service_username: 'u' },
      body,
      signal: new AbortController().signal,
    })
  return { ask, write, seen, waits }
}

/** The error that a request ends with. */
export const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}
