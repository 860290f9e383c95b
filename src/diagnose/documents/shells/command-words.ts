/** The words of a command line, with the quotes and escapes of its shell. */
import type { Range } from '../../../lib/ranges.ts'
import type { Literal, Setting } from '../document.ts'

const SAFE = /^[\w./:=,@%+~-]+$/

/** A value where the shell takes it whole. */
const quoteFor = (value: string): string | undefined =>
  /[\n"'\\`$!]/.test(value) ? undefined : SAFE.test(value) ? value : `'${value}'`

export interface Word {
  readonly literal: Literal
  /** As it stands, quotes and escapes included. */
  readonly raw: string
  /** A bare `&` ends the command there: what stands behind it is not handed over. */
  readonly torn: boolean
}

/** How a value is written between its quotes; bare where it has none. */
const writeIn = (mark: string | undefined, tail = '') => {
  const hard = mark === '"' ? /["\\`$!\n]/ : /["'\\`$!\n]/
  /** Parameters that the text has by now need not be there twice. */
  const rest = (next: string) =>
    tail.split('&').filter((pair) => pair !== '' && !next.includes(`${pair.split('=')[0] ?? ''}=`))
  return (next: string) =>
    mark === undefined
      ? quoteFor([next, ...rest(next)].join('&'))
      : hard.test(next)
        ? undefined
        : `${mark}${next}${mark}`
}
const markOf = (raw: string) => /^(["'])[\s\S]*\1$/.exec(raw)?.[1]

/**
 * The words of one command; quotes and escapes as in sh, and `\?` of zsh.
 * @param isShell whether a shell reads them: elsewhere a bare `&` is like any other sign
 */
export const wordsOf = (line: string, offset: number, isShell = true): Word[] => {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    const gap = /^(?:\s|[\\^`][ \t]*\r?\n)+/.exec(line.slice(at))?.[0].length ?? 0
    at += gap
    if (at >= line.length) break
    const start = at
    let value = ''
    let quote = ''
    let tail = ''
    for (; at < line.length; at++) {
      const char = line.charAt(at)
      if (quote !== '') {
        if (char === quote) quote = ''
        else if (char === '\\' && quote === '"' && /["\\$`\n]/.test(line.charAt(at + 1))) value += line.charAt(++at)
        else value += char
      } else if (char === '"' || char === "'") quote = char
      else if (char === '\\' && at + 1 < line.length) {
        const next = line.charAt(++at)
        // A path of Windows: the backslash is one.
        value += /[A-Za-z0-9]/.test(next) ? `\\${next}` : next === '\n' ? '' : next
      } else if (/\s/.test(char)) break
      else if (tail !== '' || (isShell && char === '&' && /\?[^\s&]*=/.test(value))) tail += char
      else value += char
    }
    const raw = line.slice(start, at)
    words.push({
      literal: { value, range: { start: offset + start, end: offset + at }, encode: writeIn(markOf(raw), tail) },
      raw,
      torn: tail !== '',
    })
    if (words.length > 500) break
  }
  return words
}

/** A part of a word behind `=`. */
export const tail = ({ literal }: Word, from: number): Literal => ({
  value: literal.value.slice(from),
  range: literal.range,
  encode: (value) => literal.encode(literal.value.slice(0, from) + value),
})

/** `NAME=value` as a setting; `entry` is what a neighbour is written after. */
export const assignment = (word: Word, name: string, entry: Range): Setting => {
  const { literal, raw } = word
  const whole: Setting = { name, literal: tail(word, name.length + 1), nameRange: undefined, entry }
  const { start, end } = literal.range
  if (word.torn || !raw.startsWith(`${name}=`)) return whole
  const rest = raw.slice(name.length + 1)
  const isPlain = markOf(rest) !== undefined || !/["'\\]/.test(rest)
  const encode = isPlain ? writeIn(markOf(rest)) : () => undefined
  return {
    ...whole,
    literal: { value: whole.literal.value, range: { start: start + name.length + 1, end }, encode },
    nameRange: { start, end: start + name.length },
  }
}
