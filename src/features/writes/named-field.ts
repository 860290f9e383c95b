import { statusOf } from '../../api/errors.ts'
import { sentence } from '../../lib/sentence.ts'

/**
 * The API's words beside the field that they name; undefined where they name none of the form's fields, or several.
 * What it repeats of the values, in quotes, names nothing.
 */
export const namedField = (error: Error, fields: readonly string[]): Readonly<Record<string, string>> | undefined => {
  if (statusOf(error) !== 400) return undefined
  const words = new Set(error.message.replaceAll(/"[^"]*"/g, '').match(/\w+/g))
  const [field, ...others] = fields.filter((name) => words.has(name))
  return field === undefined || others.length > 0 ? undefined : { [field]: `The API said: ${sentence(error.message)}` }
}
