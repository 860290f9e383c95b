/** Reading what a request brings, and refusing by field what doesn't fit. */
import { Refusal } from './errors.ts'

export type Body = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The request's JSON object; nothing sent is an empty one. @throws {Refusal} 400 */
export const readBody = async (request: Request): Promise<Body> => {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    // Said below.
  }
  throw new Refusal(400, 'Invalid JSON in request body')
}
