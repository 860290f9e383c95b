/** Connection strings in text of any kind. */
import type { Literal } from './document.ts'
import type { Range } from '../../lib/ranges.ts'

/** What a template fills in: blanks and quotes in it are its own. */
export const TEMPLATE = String.raw`\{\{[^{}\n]{0,200}\}\}|<%[^%\n]{0,200}%>`

const URI = new RegExp(
  String.raw`\b(?:[a-z][a-z0-9+.-]{1,20}:){1,3}\/\/(?:${TEMPLATE}|[^\s"'\`<>]){1,2000}|\b[\w.%+-]{1,64}:[^\s"'\`]{1,300}@(?:tcp|unix)?\([^)\s]{0,300}\)[^\s"'\`]{0,500}`,
  'gi',
)

/** A value that is written as it is. */
export const asIs = (value: string, start: number): Literal => ({
  value,
  range: { start, end: start + value.length },
  encode: (next) => (/[\s"'`<>]/.test(next) && !/\s/.test(value) ? undefined : next),
})

/** What an address that goes on in the next line ends with, and how that line begins. */
const BROKEN: readonly (readonly [end: RegExp, next: RegExp])[] = [
  [/[?&]\w+=$|[=][\w-]*-$/, /^[\w.-]+(?:&\S*)?$/],
  [/[?&]$/, /^[a-z]\w*=\S*$/],
  [/[?&][a-z]\w*$/, /^[a-z_]+=[\w.-]*(?:&\S*)?$/],
  [/[^?]$/, /^(?:[?]|[&][a-z]\w*=|[\w.-]*[?][a-z]\w*=)\S*$/],
]

/** Whether an address is broken over lines: what stands in the next one belongs to it. */
export const isBroken = (text: string, { range, value }: Literal): boolean => {
  const next = /^[ \t]*\r?\n[ \t]*([^\s"'`<>]+)[ \t\r]*(?:\n|$)/.exec(text.slice(range.end, range.end + 500))?.[1]
  return (
    next !== undefined && !next.includes('://') && BROKEN.some(([end, begin]) => end.test(value) && begin.test(next))
  )
}

/** Whether it stands without quotes among options: in a command of a program that nobody knows here. */
const isBareArgument = (text: string, { start }: Range): boolean =>
  !/["'`]/.test(text.charAt(start - 1)) &&
  /(?:^|\s)--?[a-z][\w-]*[ =]/i.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))

/** What a shell would make of a correction isn't known: a bare `&` ends the command. */
const unwritable = (literal: Literal): Literal => ({
  ...literal,
  encode: (next) => (/[&;]/.test(next) ? undefined : literal.encode(next)),
})

/** The URIs of a text, the first ones: more would be a log. */
export const urisIn = (text: string): Literal[] => {
  // Faster than the pattern, which begins to match at every word.
  if (!text.includes('://') && !/@(?:tcp|unix)?\(/i.test(text)) return []
  return [...text.matchAll(URI)].slice(0, 20).map(({ 0: uri, index }) => {
    const literal = asIs(uri.replace(/[.,;:)\]}]+$/, ''), index)
    return isBareArgument(text, literal.range) ? unwritable(literal) : literal
  })
}
