/**
 * Everything that can go wrong between the console and the API, simulated on a real connection. One list, for the tests
 * of the API client and of every page and action.
 */
import type { ServerResponse } from 'node:http'

import type { ApiErrorKind } from '../../src/api/errors.ts'

/** The client's result for a fault: a good answer, or an ApiError of that kind and status. */
export type Outcome = 'fine' | ApiErrorKind | number

export interface Fault {
  readonly name: string
  /** Causes the fault on the connection. `good` is the JSON that the API would have sent. */
  readonly act: (response: ServerResponse, good: string) => void
  /** The allowed results, if they depend on the request (for example, an item without its name). */
  readonly outcome: readonly Outcome[]
}

const MEGABYTE = 1_000_000
const LONG = 100_000

const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(body)
}

/** An error as Aiven writes it. */
const error = (status: number, headers?: Record<string, string>): Fault['act'] => {
  const message = `Said by the API, status ${String(status)}`
  return (response) => {
    send(response, status, JSON.stringify({ errors: [{ message, status }], message }), headers)
  }
}

const PAGE = '<!doctype html><title>Welcome to the hotel</title><script>document.title = "run"</script><h1>Welcome</h1>'

const page =
  (status: number): Fault['act'] =>
  (response) => {
    send(response, status, PAGE, { 'content-type': 'text/html' })
  }

const text =
  (change: (good: string) => string): Fault['act'] =>
  (response, good) => {
    send(response, 200, change(good))
  }

/** The answer with every object and list passed through `change`, innermost first. */
const remade = (change: (value: unknown) => unknown): Fault['act'] =>
  text((good) => JSON.stringify(JSON.parse(good, (_, value: unknown) => change(value))))

const isLeaf = (value: unknown) => typeof value !== 'object' || value === null
const ANY: readonly Outcome[] = ['fine', 'contract']

export const FAULTS: readonly Fault[] = [
  {
    name: 'reset before an answer',
    act: (response) => {
      response.destroy()
    },
    outcome: ['network'],
  },
  {
    name: 'reset in the middle of the body',
    act: (response, good) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(good.length + 10) })
      response.write(good.slice(0, good.length / 2), () => {
        response.destroy()
      })
    },
    outcome: ['network'],
  },
  { name: '400', act: error(400), outcome: [400] },
  { name: '401', act: error(401), outcome: [401] },
  { name: '403', act: error(403), outcome: [403] },
  { name: '404', act: error(404), outcome: [404] },
  { name: '409', act: error(409), outcome: [409] },
  { name: '429 without Retry-After', act: error(429), outcome: [429] },
  { name: '429 with Retry-After: 1', act: error(429, { 'retry-after': '1' }), outcome: [429] },
  { name: '429 with Retry-After: 3600', act: error(429, { 'retry-after': '3600' }), outcome: [429] },
  { name: '500', act: error(500), outcome: [500] },
  { name: '502 as a web page', act: page(502), outcome: [502] },
  { name: '503', act: error(503), outcome: [503] },
  { name: '504 with an empty body', act: (response) => response.writeHead(504).end(), outcome: [504] },
  { name: 'empty body', act: text(() => ''), outcome: ['contract'] },
  { name: 'a web page', act: page(200), outcome: ['contract'] },
  { name: 'half of the JSON', act: text((good) => good.slice(0, good.length / 2)), outcome: ['contract'] },
  { name: 'null', act: text(() => 'null'), outcome: ['contract'] },
  { name: 'a list instead of an object', act: text(() => '[]'), outcome: ANY },
  { name: 'no fields', act: text(() => '{}'), outcome: ANY },
  { name: 'texts that are numbers', act: remade((value) => (typeof value === 'string' ? 7 : value)), outcome: ANY },
  { name: 'null in every field', act: remade((value) => (isLeaf(value) ? null : value)), outcome: ANY },
  { name: 'null in every list', act: remade((value) => (Array.isArray(value) ? [null] : value)), outcome: ANY },
  {
    name: 'fields nobody knows',
    act: remade((value) =>
      isLeaf(value) || Array.isArray(value) ? value : { ...(value as object), unheard_of: { of: [1] } },
    ),
    outcome: ['fine'],
  },
  {
    name: 'everything twice',
    act: remade((value) => (Array.isArray(value) ? [...(value as unknown[]), ...(value as unknown[])] : value)),
    outcome: ['fine'],
  },
  {
    name: 'texts of 100,000 characters',
    act: remade((value) => (typeof value === 'string' && value.includes(' ') ? value.padEnd(LONG, value) : value)),
    outcome: ANY,
  },
  {
    name: 'a body of 50 MB',
    act: text((good) => good + ' '.repeat(50 * MEGABYTE)),
    outcome: ['fine'],
  },
  {
    name: 'a clock of another century',
    act: (response, good) => {
      send(response, 200, good, { date: 'Mon, 01 Jan 1900 00:00:00 GMT', age: '3155760000' })
    },
    outcome: ['fine'],
  },
]
