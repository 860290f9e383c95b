/** Reads a request's body, and refuses invalid fields by name. */
import { Refusal } from './errors.ts'

export type Body = Readonly<Record<string, unknown>>

/** @throws {Refusal} 400, naming the field */
export const rejectField = (field: string, why: string): never => {
  throw new Refusal(400, `Invalid input for ${field}: ${why}`)
}

export const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The request's JSON object; an empty body is an empty object. @throws {Refusal} 400 */
export const readBody = async (request: Request): Promise<Body> => {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) return body
  } catch {
    // Refused below.
  }
  throw new Refusal(400, 'Invalid JSON in request body')
}

interface TextRules {
  readonly max?: number
  readonly pattern?: RegExp
  readonly oneOf?: readonly string[]
}

/** The text in a field, if there is one. null counts as none. @throws {Refusal} 400 */
export const optionalText = (body: Body, field: string, { max = 256, pattern, oneOf }: TextRules = {}) => {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') return rejectField(field, 'must be a string')
  if (value.length > max) return rejectField(field, `must be at most ${String(max)} characters`)
  if (pattern && !pattern.test(value))
    return rejectField(field, `${JSON.stringify(value)} does not match ${pattern.source}`)
  if (oneOf && !oneOf.includes(value)) return rejectField(field, `must be one of ${oneOf.join(', ')}`)
  return value
}

/** The text in a field that must be there. @throws {Refusal} 400 */
export const text = (body: Body, field: string, rules: TextRules = {}): string => {
  const value = optionalText(body, field, rules)
  if (value === undefined || value === '') return rejectField(field, 'is required')
  return value
}

/** The whole number in a field, if there is one. @throws {Refusal} 400 */
export const optionalInteger = (body: Body, field: string, min: number, max: number) => {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value)) return rejectField(field, 'must be an integer')
  if (value < min || value > max) return rejectField(field, `must be from ${String(min)} to ${String(max)}`)
  return value
}

/** The boolean in a field, if there is one. @throws {Refusal} 400 */
export const optionalBoolean = (body: Body, field: string) => {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  return typeof value === 'boolean' ? value : rejectField(field, 'must be a boolean')
}
