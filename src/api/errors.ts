/** The only error that the API layer throws. */

/**
 * - `network`: no answer came (no network, a connection that broke off).
 * - `http`: the API answered, with a status of 400 or more.
 * - `contract`: an answer came that isn't what Aiven's API document promises.
 * - `declined`: what it was for wasn't done: the API took the request and says so, or it couldn't be sent.
 */
export type ApiErrorKind = 'network' | 'http' | 'contract' | 'declined'

export interface ApiErrorDetails {
  readonly kind: ApiErrorKind
  /** Operation id of Aiven's OpenAPI document, for example `ServiceList`. */
  readonly operation: string
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  /** What machines go by, where the API names it: `pg_pool_too_big`. */
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

  /** @param message what the API itself said, or what went wrong on the way, as a sentence */
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

/** Whether a change was refused, which leaves everything as it was. A server that failed or fell silent may have made it. */
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
