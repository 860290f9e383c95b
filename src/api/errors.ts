/** The only error that the API layer throws. */

/**
 * - `network`: no answer (no network, or the connection broke).
 * - `http`: the API answered, with a status of 400 or more.
 * - `contract`: the answer doesn't match Aiven's API document.
 * - `declined`: the action wasn't done: the API accepted the request but says so, or it couldn't be sent.
 */
export type ApiErrorKind = 'network' | 'http' | 'contract' | 'declined'

export interface ApiErrorDetails {
  readonly kind: ApiErrorKind
  /** Operation id of Aiven's OpenAPI document, for example `ServiceList`. */
  readonly operation: string
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  /** Machine-readable code, if the API sends one: `pg_pool_too_big`. */
  readonly code?: string | undefined
  /** Milliseconds that the API asks to wait. */
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

export class ApiError extends Error {
  override name = 'ApiError'
  readonly kind: ApiErrorKind
  readonly operation: string
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly code: string | undefined
  readonly retryAfter: number | undefined
  readonly time = new Date()

  /** @param message the API's own message, or what went wrong, as a sentence */
  constructor(message: string, { kind, operation, status, requestId, code, retryAfter, cause }: ApiErrorDetails) {
    super(message, { cause })
    this.kind = kind
    this.operation = operation
    this.status = status
    this.requestId = requestId
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** The status if the API answered, otherwise undefined. */
export const statusOf = (error: unknown): number | undefined => (error instanceof ApiError ? error.status : undefined)

/** The API's `error_code`, if it sent one. */
export const codeOf = (error: unknown): string | undefined => (error instanceof ApiError ? error.code : undefined)

/**
 * Whether the API refused to make something because it exists already. Other conflicts (a change that is still running)
 * have the same status.
 */
export const existsAlready = (error: Error): boolean =>
  statusOf(error) === 409 &&
  /\balready in use\b|already[ _]exists?\b|\b(?:duplicate|identical)\b/i.test(`${codeOf(error) ?? ''} ${error.message}`)

/** Whether a change was refused, which leaves everything as it was. A server that failed or didn't answer may have made it. */
export const wasRefused = (error: unknown): boolean => {
  if (error instanceof ApiError && error.kind === 'declined') return true
  const status = statusOf(error) ?? 0
  return status >= 400 && status < 500
}

/** What support needs to find the request, as text to copy. Holds no secret: neither token nor body. */
export const errorDetails = ({ operation, kind, status, requestId, time, message }: ApiError): string =>
  [
    `operation: ${operation}`,
    `kind: ${kind}`,
    ...(status === undefined ? [] : [`status: ${String(status)}`]),
    ...(requestId === undefined ? [] : [`request id: ${requestId}`]),
    `time: ${time.toISOString()}`,
    `message: ${message}`,
  ].join('\n')
