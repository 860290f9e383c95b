/** Refusals in the shape of the API. */
import { HttpResponse } from 'msw'

/**
 * Aiven's error body: the message twice, once in a list.
 * @param code machine-readable code, if the API's document names one
 */
export const errorAnswer = (
  status: number,
  message: string,
  { headers, code }: { readonly headers?: Record<string, string>; readonly code?: string } = {},
): Response =>
  HttpResponse.json(
    { errors: [{ message, status, ...(code !== undefined && { error_code: code }) }], message },
    { status, ...(headers && { headers }) },
  )

/** An answer whose connection breaks after part of its body. */
export const brokenAnswer = (begins = ''): Response =>
  new Response(
    new ReadableStream({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode(begins))
        setTimeout(() => {
          stream.error(new TypeError('The connection was cut'))
        }, 10)
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  )

/** Thrown by a handler if the API refuses the request. */
export class Refusal extends Error {
  readonly response: Response

  constructor(status: number, message: string, code?: string) {
    super(message)
    this.response = errorAnswer(status, message, code === undefined ? {} : { code })
  }
}
