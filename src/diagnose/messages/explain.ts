/** What an error message means. */
import { asPrinted } from './as-printed.ts'
import { CATALOGUE } from './catalogue.ts'
import { withoutOthers } from './elsewhere.ts'
import type { Message } from './message.ts'
import { TRANSLATED } from './translated.ts'

export type Explanation = Pick<Message, 'id' | 'phase' | 'cause' | 'causes' | 'fix'>

/** The rest of a log's line, and a stack trace or PostgreSQL's details below it. */
const REST = String.raw`[^\n]*(?:\n[^\n]{0,200}(?:(?:DETAIL|HINT|Caused by):|[ \t]at [\w.$/@]{1,200}\()[^\n]*)*`
const LOGS = CATALOGUE.filter(({ isLog }) => isLog === true).flatMap(({ signs }) =>
  signs.map(({ source, flags }) => new RegExp(`(?:${source})${REST}`, `g${flags}`)),
)

/**
 * Explanations of the errors in a text, the most telling first; none when nothing is recognised.
 * @param text at most some ten thousand characters
 */
export const explainErrors = (text: string): Explanation[] => {
  const printed = withoutOthers(asPrinted(text))
  const others = LOGS.reduce((rest, log) => rest.replaceAll(log, ''), printed)
  const found = CATALOGUE.filter(({ id, signs, isLog }) => {
    const where = isLog === true ? printed : others
    return signs.some((sign) => sign.test(where)) || TRANSLATED.get(id)?.test(where) === true
  })
  const ids = new Set(found.map(({ id }) => id))
  const causes = found.filter(({ follows = [] }) => !follows.some((id) => ids.has(id)))
  const least = Math.min(...causes.map(({ order = 0 }) => order))
  return causes.filter(({ order = 0 }) => order === least).slice(0, 3)
}
