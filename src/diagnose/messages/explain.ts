/** What an error message means. */
import { asPrinted } from './as-printed.ts'
import { CATALOGUE } from './catalogue.ts'
import type { Message } from './message.ts'
import { TRANSLATED } from './translated.ts'

export type Explanation = Pick<Message, 'id' | 'phase' | 'cause' | 'causes' | 'fix'>

/**
 * Explanations of the errors in a text, the most telling first; none when nothing is recognised.
 * @param text at most some ten thousand characters
 */
export const explainErrors = (text: string): Explanation[] => {
  const printed = asPrinted(text)
  const found = CATALOGUE.filter(
    ({ id, signs }) => signs.some((sign) => sign.test(printed)) || TRANSLATED.get(id)?.test(printed) === true,
  )
  const ids = new Set(found.map(({ id }) => id))
  const causes = found.filter(({ follows = [] }) => !follows.some((id) => ids.has(id)))
  const least = Math.min(...causes.map(({ order = 0 }) => order))
  return causes.filter(({ order = 0 }) => order === least).slice(0, 3)
}
