/** The only fetch client: adds the token, retries temporary failures, turns every failure into an ApiError. */
import { hasDotSegment } from '../lib/dot-segments.ts'
import { parseLongJson } from '../lib/long-json.ts'
import { createPause } from '../lib/pause.ts'
import { ApiError } from './errors.ts'
import { OPERATIONS, operationPath, type OperationId, type PathParams } from './operations.ts'

export interface ApiOptions {
  /** Where requests go: the browser's fetch, or the mock API in its place. */
  readonly fetch: (request: Request) => Promise<Response>
  /** The current token; undefined if something else adds it (the proxy of `npm run live`). */
  readonly token: () => string | undefined
  /** Origin of the API; the page's own by default. */
  readonly origin?: string
  /** Timeout of one try, in milliseconds. */
  readonly timeout?: number
  /** Waits that many milliseconds; tests replace it. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export interface ApiRequest<Id extends OperationId = OperationId> {
  /** The operation, which decides method, path, and whether retries are allowed. */
  readonly operation: Id
  readonly params: PathParams<Id>
  /** The query string, without `?`. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON. */
  readonly body?: object | undefined
  readonly signal: AbortSignal
  /** A token to try, instead of the current one. */
  readonly token?: string | undefined
}

/** A successful answer: its JSON and metadata. */
export interface ApiAnswer {
  readonly body: unknown
  readonly status: number
  readonly requestId?: string | undefined
}

/** Aiven's API: one request for a JSON document. Throws only ApiErrors, and the signal's reason when it was aborted. */
export type Api = <Id extends OperationId>(request: ApiRequest<Id>) => Promise<ApiAnswer>

/** A read is tried three times in total, so that an error appears within ten seconds. */
const RETRIES = 2
const BACKOFF_MS = [500, 1500]
/** Longest wait before a retry; code that reads many projects may wait longer. */
export const LONGEST_WAIT_MS = 4000
/** Allows time for a list of thousands of services, but ends a hanging connection. */
const TIMEOUT_MS = 30_000
const TEMPORARY_STATUSES = new Set([429, 502, 503, 504])

const defaultSleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })

/** The API's message: `message`, or the first of `errors[].message`. */
const messageIn = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null) return undefined
  const { message, errors } = body as { message?: unknown; errors?: unknown }
  if (typeof message === 'string' && message !== '') return message
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return first === undefined ? undefined : messageIn(first)
}

/** The first `errors[].error_code`. */
const codeIn = (body: unknown): string | undefined => {
  const errors: unknown = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : undefined
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  const code: unknown =
    typeof first === 'object' && first !== null && 'error_code' in first ? first.error_code : undefined
  return typeof code === 'string' ? code : undefined
}

/** JSON can contain a lone surrogate, but it can't be encoded: no URL and no file can contain it. */
const wholeText = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value)

// Visiting every value takes three times as long, so do it only if the text contains escaped surrogates.
const parseText = (text: string): unknown => JSON.parse(text, /\\ud[89a-f]/i.test(text) ? wholeText : undefined)

/** From this many characters on, parsing takes longer than a frame. */
const LONG = 1_000_000

const parseJson = async (text: string, signal: AbortSignal): Promise<{ ok: boolean; body: unknown }> => {
  try {
    const body = text.length < LONG ? parseText(text) : await parseLongJson(text, parseText, createPause(signal))
    return { ok: true, body }
  } catch {
    return { ok: false, body: undefined }
  }
}

const describeBody = (text: string): string => {
  if (text.trim() === '') return 'an empty answer'
  return /^\s*</.test(text) ? 'a web page' : 'an answer that isn’t JSON'
}

/** Milliseconds that the API asks to wait: Retry-After as seconds or as a date. */
const retryAfter = (response: Response): number | undefined => {
  const header = response.headers.get('retry-after')
  if (header === null) return undefined
  const seconds = Number(header)
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

const isTemporary = ({ kind, status = 0 }: ApiError) => kind === 'network' || TEMPORARY_STATUSES.has(status)

/** The API client. Retries reads after temporary failures; sends writes once. */
export const createApi = ({
  fetch,
  token,
  origin = globalThis.location.origin,
  timeout = TIMEOUT_MS,
  sleep = defaultSleep,
}: ApiOptions): Api => {
  const attempt = async ({ operation, params, query, signal, body: sent, token: tried }: ApiRequest) => {
    const value = tried ?? token()
    const headers = {
      accept: 'application/json',
      ...(value !== undefined && { authorization: `aivenv1 ${value}` }),
      ...(sent && { 'content-type': 'application/json' }),
    }
    const { method } = OPERATIONS[operation]
    const path = operationPath(operation, params)
    if (hasDotSegment(path)) {
      const message = 'Nothing was sent: an empty name, or one made only of dots, would change the address.'
      throw new ApiError(message, { kind: 'declined', operation })
    }
    const url = new URL(`/v1${path}`, origin)
    if (query) url.search = new URLSearchParams(query).toString()
    const deadline = AbortSignal.timeout(timeout)
    const either = AbortSignal.any([signal, deadline])
    let response: Response
    let text: string
    try {
      response = await fetch(
        new Request(url, {
          method,
          headers,
          ...(sent && { body: JSON.stringify(sent) }),
          signal: either,
          cache: 'no-store',
          credentials: 'same-origin',
        }),
      )
      text = await response.text()
    } catch (cause) {
      signal.throwIfAborted()
      if (!deadline.aborted) throw new ApiError('No answer from the API.', { kind: 'network', operation, cause })
      const message = `No answer from the API within ${String(timeout / 1000)} seconds.`
      // The user has waited long enough: no retry.
      return { error: new ApiError(message, { kind: 'network', operation }), wait: Infinity }
    }
    const { status } = response
    const requestId = response.headers.get('x-request-id') ?? undefined
    const { ok, body } = await parseJson(text, signal)
    signal.throwIfAborted()
    if (!response.ok) {
      const said = messageIn(body) ?? `The API answered with status ${String(status)} and gave no reason.`
      const wait = TEMPORARY_STATUSES.has(status) ? retryAfter(response) : undefined
      const details = { status, requestId, code: codeIn(body), retryAfter: wait }
      return { error: new ApiError(said, { kind: 'http', operation, ...details }), wait }
    }
    if (!ok) {
      const message = `The API sent ${describeBody(text)} instead of data.`
      return { error: new ApiError(message, { kind: 'contract', operation, status, requestId }) }
    }
    return { answer: { body, status, requestId } }
  }

  const settle = async (request: ApiRequest) => {
    try {
      return await attempt(request)
    } catch (error) {
      if (error instanceof ApiError) return { error }
      throw error
    }
  }

  return async (request) => {
    const { kind } = OPERATIONS[request.operation]
    for (let tried = 0; ; tried++) {
      const { answer, error, wait } = await settle(request)
      if (answer) return answer
      const pause = wait ?? BACKOFF_MS[tried] ?? 0
      if (tried >= RETRIES || kind === 'write' || !isTemporary(error) || pause > LONGEST_WAIT_MS) throw error
      await sleep(pause, request.signal)
    }
  }
}
