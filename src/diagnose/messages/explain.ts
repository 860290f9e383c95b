/** What an error message means. */
import { CATALOGUE } from './catalogue.ts'
import type { Message } from './message.ts'

export type Explanation = Pick<Message, 'id' | 'phase' | 'cause' | 'causes' | 'fix'>

/**
 * Explanations of the errors in a text, the most telling first; none when nothing is recognised.
 * @param text at most some ten thousand characters
 */
export const explainErrors = (text: string): Explanation[] => {
  const found = CATALOGUE.filter(({ signs }) => signs.some((sign) => sign.test(text)))
  const telling = found.filter(({ weak }) => !weak)
  return (telling.length > 0 ? telling : found).slice(0, 3)
}
