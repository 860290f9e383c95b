/** Joins lines of a command whose quotes go on in the next line. */
import type { LogicalLine } from '../logical-lines.ts'

/** A quote that a line leaves open goes on to where it ends: not further than people write them. */
const MAX_QUOTED = 20
/** Comments aside; one inside a word is an apostrophe. */
const QUOTES = /\\[^]|(?<!\S)#[^\n]*|"(?:\\[^]|[^"\\])*"|'[^']*'|(?<![^\s=])(["'])/g
const opensQuote = (text: string) => [...text.matchAll(QUOTES)].find(({ 1: open }) => open !== undefined)?.[1]

/**
 * Lines put together where a quote that one opens ends in another.
 * @param isCommand whether a line begins a command: no quote goes on over one
 */
export const wholeQuotes = (
  lines: readonly LogicalLine[],
  text: string,
  isCommand: (line: string) => boolean,
): LogicalLine[] => {
  const whole: LogicalLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    const mark = opensQuote(line.text)
    const ends =
      mark === undefined
        ? -1
        : lines.slice(at + 1, at + MAX_QUOTED).findIndex((next) => isCommand(next.text) || next.text.includes(mark))
    const last = ends === -1 ? undefined : lines[at + 1 + ends]
    const joined = last && !isCommand(last.text) ? text.slice(line.start, last.end) : undefined
    if (joined !== undefined && last && opensQuote(joined) === undefined) {
      whole.push({ start: line.start, end: last.end, text: joined })
      at += ends + 1
    } else whole.push(line)
  }
  return whole
}
