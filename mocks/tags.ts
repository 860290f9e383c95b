/** Tags of a service: read by the rules of the API. */
import { rejectField, isObject, type Body } from './input.ts'

const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** The tags in a request; null removes one. @throws {Refusal} 400, naming the tag */
export const readTagChanges = (body: Body): Readonly<Record<string, string | null>> => {
  const tags = body['tags']
  if (tags === undefined) return {}
  if (!isObject(tags)) return rejectField('tags', 'must be an object')
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]): [string, string | null] => {
      if (!KEY.test(key)) return rejectField(`tags.${key}`, `the key does not match ${KEY.source}`)
      if (value === null) return [key, null]
      if (typeof value !== 'string') return rejectField(`tags.${key}`, 'must be a string')
      return value.length > 64 ? rejectField(`tags.${key}`, 'must be at most 64 characters') : [key, value]
    }),
  )
}

/** The tags that a request sets. @throws {Refusal} 400, naming the tag */
export const readTags = (body: Body): Readonly<Record<string, string>> => {
  const kept = Object.entries(readTagChanges(body)).filter((entry): entry is [string, string] => entry[1] !== null)
  return Object.fromEntries(kept)
}
