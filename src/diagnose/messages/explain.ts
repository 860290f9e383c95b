/** What an error message means. */
import { withoutOtherSites } from '../servers/other-sites.ts'
import { asPrinted } from './as-printed.ts'
import { CATALOGUE } from './catalogue.ts'
import { otherSubject, withoutOthers } from './elsewhere.ts'
import { withoutMentions } from './mentions.ts'
import type { Message } from './message.ts'
import { TRANSLATED } from './translated.ts'

export interface Explanation extends Pick<Message, 'id' | 'phase' | 'cause' | 'causes' | 'fix'> {
  /** A sentence only names it: no program printed it there. */
  readonly isMention?: true
}

/** The rest of a log's line, and a stack trace or PostgreSQL's details below it. */
const REST = String.raw`[^\n]*(?:\n[^\n]{0,200}(?:(?:DETAIL|HINT|Caused by):|[ \t]at [\w.$/@]{1,200}\()[^\n]*)*`
const LOGS = CATALOGUE.filter(({ isLog }) => isLog === true).flatMap(({ signs }) =>
  signs.map(({ source, flags }) => new RegExp(`(?:${source})${REST}`, `g${flags}`)),
)

const foundIn = (printed: string): Message[] => {
  const others = LOGS.reduce((rest, log) => rest.replaceAll(log, ''), printed)
  return CATALOGUE.filter(({ id, signs, isLog }) => {
    const where = isLog === true ? printed : others
    return signs.some((sign) => sign.test(where)) || TRANSLATED.get(id)?.test(where) === true
  })
}

const mentioned = ({ id, phase, cause, causes, fix }: Message): Explanation => ({
  id,
  phase,
  cause: `Named here, not printed by a program. What it means: ${cause}`,
  ...(causes && { causes }),
  fix,
  isMention: true,
})

/**
 * Explanations of the errors in a text, the most telling first; none when nothing is recognised.
 * @param text at most some ten thousand characters
 */
export const explainErrors = (text: string): Explanation[] => {
  const printed = withoutOthers(asPrinted(withoutOtherSites(text)))
  const plain = withoutMentions(printed)
  const certain = foundIn(plain)
  const isNamed = certain.length === 0 && plain !== printed
  const found = isNamed ? foundIn(printed) : certain
  const ids = new Set(found.map(({ id }) => id))
  const causes = found.filter(({ follows = [] }) => !follows.some((id) => ids.has(id)))
  const least = Math.min(...causes.map(({ order = 0 }) => order))
  const told = causes.filter(({ order = 0 }) => order === least).slice(0, 3)
  return isNamed ? told.map(mentioned) : told
}

/** What a text's error is about, in a few words, where it's no Aiven service. */
export const otherSubjectOf = (text: string): string | undefined => otherSubject(asPrinted(text))
