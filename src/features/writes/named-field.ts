import { statusOf } from '../../api/errors.ts'
import { sentence } from '../../lib/sentence.ts'

/**
 * Whether a message means the field by its name, and doesn't only have the word: it has an underscore, is in quotes of code,
 * is followed by a colon, or follows the word "field".
 */
const names = (message: string, field: string): boolean =>
  new RegExp(
    field.includes('_')
      ? String.raw`\b${field}\b`
      : String.raw`['\`]${field}['\`]|\b${field}:|\b(?:field|parameter|property)\s+${field}\b`,
  ).test(message)

/**
 * The API's words beside the field that they name; undefined where they name none of the form's fields, or several.
 * What it repeats of the values, in quotes, names nothing.
 * @param fields names in the request's own words
 */
export const namedField = (error: Error, fields: readonly string[]): Readonly<Record<string, string>> | undefined => {
  if (statusOf(error) !== 400) return undefined
  const message = error.message.replaceAll(/"[^"]*"/g, '')
  const [field, ...others] = fields.filter((name) => names(message, name))
  return field === undefined || others.length > 0 ? undefined : { [field]: `The API said: ${sentence(error.message)}` }
}
