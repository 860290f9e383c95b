/** What an error message means. */
import { ERROR_PATTERNS, type ErrorPattern } from './patterns.ts'

export type Explanation = Pick<ErrorPattern, 'id' | 'cause' | 'fix'>

/**
 * Explanations of the errors in a text, the most telling first; none when nothing is recognised.
 * @param text at most some ten thousand characters
 */
export const explainErrors = (text: string): Explanation[] => {
  const found = ERROR_PATTERNS.filter(({ signs }) => signs.some((sign) => sign.test(text)))
  const telling = found.filter(({ weak }) => !weak)
  return (telling.length > 0 ? telling : found).slice(0, 3)
}
