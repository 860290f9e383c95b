import { statusOf } from '../../api/errors.ts'
import { sentence } from '../../lib/sentence.ts'

/**
 * Whether a message refers to the field, and doesn't just contain the word: the name has an underscore, is in code
 * quotes, is followed by a colon, or follows the word "field".
 */
const names = (message: string, field: string): boolean =>
  new RegExp(
    field.includes('_')
      ? String.raw`\b${field}\b`
      : String.raw`['\`]${field}['\`]|\b${field}:|\b(?:field|parameter|property)\s+${field}\b`,
  ).test(message)

/**
 * The API's message for the field that it names; undefined if it names none of the form's fields, or several.
 * Quoted values in the message are ignored.
 * @param fields names as in the request
 */
export const namedField = (error: Error, fields: readonly string[]): Readonly<Record<string, string>> | undefined => {
  if (statusOf(error) !== 400) return undefined
  const message = error.message.replaceAll(/"[^"]*"/g, '')
  const [field, ...others] = fields.filter((name) => names(message, name))
  return field === undefined || others.length > 0 ? undefined : { [field]: `The API said: ${sentence(error.message)}` }
}
