/** A text as other programs would read it: escapes undone, lines joined, dumps as the text they show. */
import { unwrap } from '../documents/wrapped.ts'
import { dumpReading } from './dumps.ts'
import type { Range } from '../../lib/ranges.ts'

/** What is read instead of a text, and where its parts stand in it. */
export interface TextReading {
  readonly text: string
  readonly outward: (range: Range) => Range
}

/** The text with every match rewritten; undefined where nothing matches. */
const rewrite = (
  text: string,
  pattern: RegExp,
  write: (match: RegExpMatchArray) => string | undefined,
): TextReading | undefined => {
  const places: number[] = []
  let written = ''
  let at = 0
  const copy = (end: number) => {
    for (let index = at; index < end; index++) places.push(index)
    written += text.slice(at, end)
    at = end
  }
  for (const match of text.matchAll(pattern)) {
    const { 0: whole, index } = match
    const by = write(match)
    if (by === undefined) continue
    copy(index)
    for (let count = 0; count < by.length; count++) places.push(index)
    written += by
    at = index + whole.length
  }
  if (at === 0) return undefined
  copy(text.length)
  const place = (index: number) => places[index] ?? text.length
  return { text: written, outward: ({ start, end }) => ({ start: place(start), end: place(end) }) }
}

/** Escapes of strings, however often they are escaped again, of markup, and what goes on behind a line's end. */
const ESCAPE =
  /\\{1,31}(?:u(?:\{0{0,4}([0-9a-f]{2,5})\}|([0-9a-f]{4}))|x([0-9a-f]{2})|(["'/])|([nrt0]))|&#(\d{2,5});|&#x([0-9a-f]{2,4});|&(quot|apos|lt|gt|amp);|(\\\r?\n)/gi
const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }

const character = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\n')

const unescaped = (match: RegExpMatchArray): string => {
  const [, braced, unicode, hex, sign, blank, decimal, hexadecimal, name] = match
  const digits = braced ?? unicode ?? hex ?? hexadecimal
  if (digits !== undefined) return character(Number.parseInt(digits, 16))
  if (decimal !== undefined) return character(Number(decimal))
  if (blank !== undefined) return blank.toLowerCase() === 't' ? '\t' : '\n'
  return sign ?? NAMED[name?.toLowerCase() ?? ''] ?? ''
}

/** ASCII that is seen; `%25` of the percent signs themselves may stand before it again and again. */
const PERCENT = /%(?:25)*([2-7][0-9a-f])/gi
const fromPercent = (text: string): TextReading | undefined =>
  /%(?:25)*(?:3a|40|3d|2f|26|[4-7][0-9a-f])/i.test(text)
    ? rewrite(text, PERCENT, ([, hex = '']) => character(Number.parseInt(hex, 16)))
    : undefined

/** Arguments as a list, `["redis-cli", "-a", "secret"]`, or each in its line: as the command has them. */
const IN_LIST =
  /(?<=[\w./-])["']?(?:,[ \t]*\n?|\n)[ \t]*(?:- )?["']?(?=-{1,2}[a-z])|(?<=[[\s"',]-{1,2}[\w.-]{1,60})["']?(?:,[ \t]*["']?|[ \t]*\n[ \t]*(?:-[ \t]+)?["']?(?=[^-\s]))|(?<=\b(?:command|args|entrypoint|cmd)\b["']?[ \t]?:?[ \t]?|\bexec\w{1,3}\("[^"\n]{0,200}", )\["?/gi

/** Letters with a blank behind each, as text recognition and slides have them. */
const SPACED_OUT = /(?<![\p{L}\d])(?:[\p{L}] ){4,30}[\p{L}](?![\p{L}\d])/gu

/** A word of Latin letters with some of Cyrillic or Greek among them that look the same. */
const MIXED =
  /(?=[\p{Script=Latin}\d_]{0,40}[\p{Script=Cyrillic}\p{Script=Greek}])(?=[\p{Script=Cyrillic}\p{Script=Greek}\d_]{0,40}\p{Script=Latin})[\p{L}\d_]{3,80}/gu
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('аaеeоoрpсcуyхxѕsіiјjԁdԝwαaοoρpѵvАAВBЕEКKМMНHОOРPСCТTХXЅSІI').flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? letter]] : [],
  ),
)

/** A line that a terminal broke at its width, within a word. */
const MIN_WIDTH = 60
const STRADDLES = /(?:pass(?:word|wd|phrase)?|pwd|secret|token|identified by)["']?[ \t]?[=:]?/i
const joinWrapped = (text: string): TextReading | undefined => {
  const width = Math.max(...text.split('\n').map((line) => line.length))
  if (width < MIN_WIDTH || width > 400) return undefined
  return rewrite(text, /(?<=\S)\n(?=\S)/g, ({ index = 0 }) => {
    const lineStart = text.lastIndexOf('\n', index - 1) + 1
    if (index - lineStart !== width) return undefined
    const below = text.slice(index + 1, index + 40)
    const before = text.slice(Math.max(lineStart, index - 12), index)
    const isName = /^[\w.-]{1,40}["']?[ \t]?[=:]/.test(below)
    const straddles = STRADDLES.exec(before + below)
    return !isName ||
      (straddles && straddles.index < before.length && straddles.index + straddles[0].length > before.length)
      ? ''
      : undefined
  })
}

const within = (outer: TextReading, inner: TextReading): TextReading => ({
  text: inner.text,
  outward: (range) => outer.outward(inner.outward(range)),
})

/** Every way to read a text other than as it stands. */
export const readingsOf = (text: string): TextReading[] => {
  const asItIs: TextReading = { text, outward: (range) => range }
  const decoded = rewrite(text, ESCAPE, unescaped)
  const base = decoded ?? asItIs
  const others = [
    fromPercent(base.text),
    rewrite(base.text, IN_LIST, () => ' '),
    /(?:\S ){5}/.test(base.text)
      ? rewrite(base.text, SPACED_OUT, ([letters]) => letters.replaceAll(' ', ''))
      : undefined,
    /[\u0370-\u04ff]/.test(base.text)
      ? rewrite(base.text, MIXED, ([word]) => word.replaceAll(/./gsu, (letter) => ALIKE[letter] ?? letter))
      : undefined,
    joinWrapped(base.text),
  ].flatMap((reading) => (reading ? [within(base, reading)] : []))
  const dump = dumpReading(text)
  const inside = unwrap(text).filter((segment) => segment.text !== text)
  return [...(decoded ? [decoded] : []), ...others, ...(dump ? [dump] : []), ...inside]
}
