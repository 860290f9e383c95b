/** Finds the field that an API refusal is about, by its message. */
import { existsAlready, statusOf } from '../../api/errors.ts'
import { sentence } from '../../lib/sentence.ts'
import type { Fields } from './fields.ts'

/** Patterns in the API's message; the first match counts. */
const FIELDS: readonly (readonly [words: RegExp, field: keyof Fields])[] = [
  [/\bip_filter\b/, 'allowed'],
  [/\btags\b/, 'tags'],
  [/\bproject_vpc_id\b|\bVPC\b/, 'vpc'],
  [/\bdisk_space/, 'disk'],
  [/_version\b/, 'version'],
  [/\bmaintenance\b/, 'time'],
  [/\bservice_name\b|\bservice name\b/i, 'name'],
  [/\bplan\b/i, 'plan'],
  [/\bcloud\b/i, 'cloud'],
]

/** The API's message at its field; undefined if it is about no field, or about a permission. */
export const refusedFields = (error: Error): Readonly<Record<string, string>> | undefined => {
  const status = statusOf(error)
  if (existsAlready(error)) return { name: 'The project has a service of this name already.' }
  if (status !== 400 && status !== 404) return undefined
  const field = FIELDS.find(([words]) => words.test(error.message))?.[1]
  return field && { [field]: `The API said: ${sentence(error.message)}` }
}
