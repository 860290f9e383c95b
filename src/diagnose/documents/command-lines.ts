/** Lines of commands whose quotes go on over their ends. */
import type { LogicalLine } from './lines-document.ts'

/** A quote that a line leaves open goes on to where it ends: not further than people write them. */
const MOST_QUOTED = 20
const QUOTES = /\\[^]|"(?:\\[^]|[^"\\])*"|'[^']*'|(["'])/g
const opensQuote = (text: string) => [...text.matchAll(QUOTES)].find(({ 1: open }) => open !== undefined)?.[1]

/** Lines put together where a quote that one opens ends in another. */
export const wholeQuotes = (lines: readonly LogicalLine[], text: string): LogicalLine[] => {
  const whole: LogicalLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line) break
    const mark = /^[ \t]*#/.test(line.text) ? undefined : opensQuote(line.text)
    const ends =
      mark === undefined ? -1 : lines.slice(at + 1, at + MOST_QUOTED).findIndex((next) => next.text.includes(mark))
    const last = lines[at + 1 + ends]
    const joined = ends >= 0 && last ? text.slice(line.start, last.end) : undefined
    if (joined !== undefined && last && opensQuote(joined) === undefined) {
      whole.push({ start: line.start, end: last.end, text: joined })
      at += ends + 1
    } else whole.push(line)
  }
  return whole
}
