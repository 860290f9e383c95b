/** Searches texts that are too long to search as a whole for error messages: the last line of each kind, and where it looked. */
import type { PauseIfDue } from '../../lib/pause.ts'
import { MAX_END, MAX_TEXT } from './limits.ts'
import type { Range } from '../../lib/ranges.ts'

export interface LongText {
  /** Lines with errors, the last of each kind, in their order. Not whole: they hold no settings. */
  readonly lines: string
  /** So many characters of its end were searched, beside its first `MAX_TEXT`. */
  readonly last: number
  /** How what is between was searched: as the rest, for the commonest words, so too as far as it was read, or not. */
  readonly between: 'all' | 'common' | 'part' | 'none'
}

/**
 * Words of errors, and of what they are about here. Where a line has none, no message is known that it could be. Each
 * one more is looked for at every place of the text.
 */
const SIGN =
  /err|fatal|exception|fail|refus|denied|reject|invalid|unable|cannot|could not|cert|alert|handshake|timed? ?out|timeout|reset by|broken pipe|no such|unknown|unexpected|expired|unauthorized|disconnect|closed|lost con|eof|unreach|enotfound|misbehav|empty reply|no password|to https|support|required|must |without|world access|is a directory|mechanism|did not|n't|load_verify|defaulting to|not (?:found|authorized|available|used|enabled)|traceback \(|fehler|échou|ошибк|отказ|错误|失败|拒绝|エラー|失敗/gi
/** The commonest of them: most of what is known has one, and they're found in a third of the time. */
const COMMON = /err|fatal|exception|fail|refus|denied|cert|timeout/gi
/** So much is searched before others get their turn. */
const CHUNK = 256 * 1024
/** What goes on below a message's first line. */
const BELOW = /^(?:\s+\S|Caused by: |DETAIL:|HINT:)/
/** How such a line begins. */
const MAY_BE_BELOW = /[\sCDH]/
const MAX_BELOW = 8
/** Longer lines are cut: around what was found. */
const LONGEST_LINE = 4000
/** Python writes the message behind its stack trace, which tells what it is about. */
const TRACEBACK = /traceback \(/i
const MAX_FRAMES = 60

/** By so many of its characters a message's kind is told. */
const KIND_LENGTH = 400
/** 1: a letter of hexadecimal numbers, 2: a digit. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 48 && code <= 57) return 2
  return (code | 32) >= 97 && (code | 32) <= 102 ? 1 : 0
})

/** Where the number ends that begins at a place; the place itself where none does. */
const numberEnd = (text: string, at: number, end: number): number => {
  let past = at
  let isNumber = false
  for (let kind = DIGITS[text.charCodeAt(past)]; past < end && kind; kind = DIGITS[text.charCodeAt(++past)])
    isNumber ||= kind === 2
  return isNumber ? past : at
}

/**
 * What is the same of errors that repeat, as a number of 52 bits: a number counts as one sign, a hexadecimal one too. A log
 * of errors has hundreds of thousands, and making a text of each takes longer.
 */
export const kindAt = (text: string, from: number, to: number): number => {
  const end = Math.min(to, from + KIND_LENGTH)
  let one = 0x81_1c_9d_c5
  let other = 0
  for (let at = from; at < end; at++) {
    let code = text.charCodeAt(at)
    if (DIGITS[code]) {
      const past = numberEnd(text, at, end)
      if (past > at) {
        code = 0
        at = past - 1
      }
    }
    one = Math.imul(one ^ code, 0x01_00_01_93)
    other = (Math.imul(other, 31) + code) | 0
  }
  return (one >>> 0) * 2 ** 20 + ((other ^ (other >>> 20)) & 0xf_ff_ff)
}

/** Where the line ends that goes on at a place, as far as it is read. */
const lineEnd = (text: string, at: number): number => {
  const last = Math.min(text.length, at + LONGEST_LINE)
  const length = text.slice(at, last).indexOf('\n')
  return length === -1 ? last : at + length
}

/** Where a message ends: with the lines that belong to it below. */
const messageEnd = (text: string, end: number, isTraceback: boolean): number => {
  let to = end
  for (let count = isTraceback ? -MAX_FRAMES : 0; count < MAX_BELOW && to < text.length; count++) {
    if (!isTraceback && !MAY_BE_BELOW.test(text.charAt(to + 1))) break
    const below = lineEnd(text, to + 1)
    const goesOn = BELOW.test(text.slice(to + 1, below))
    if (goesOn || isTraceback) to = below
    if (!goesOn) break
  }
  return to
}

/** Where all of one part are, in their order. */
const messagesIn = (part: string, sign: RegExp): Range[] => {
  const messages: Range[] = []
  sign.lastIndex = 0
  for (let match = sign.exec(part); match; match = sign.exec(part)) {
    const floor = Math.max(0, match.index - LONGEST_LINE / 2)
    const begin = floor + part.slice(floor, match.index).lastIndexOf('\n') + 1
    const end = lineEnd(part, match.index)
    const isTraceback = TRACEBACK.test(match[0])
    const to = messageEnd(part, end, isTraceback)
    messages.push({ start: begin, end: isTraceback ? to : Math.min(to, begin + LONGEST_LINE) })
    sign.lastIndex = isTraceback ? to : end
  }
  return messages
}

interface Stretch {
  readonly lines: string
  /** Where the search ended: it is given up where more was found than anybody reads. */
  readonly reached: number
}

/**
 * Lines with errors between two places, the last of each kind, in their order; searched from the end.
 * @param kinds those that were found before, to which those of this stretch are added
 * @param sign words, of which each of the lines has one
 */
const searchBack = async (
  text: string,
  from: number,
  to: number,
  kinds: Set<number>,
  pauseIfDue: PauseIfDue,
  sign = SIGN,
): Promise<Stretch> => {
  const found: string[] = []
  let size = 0
  let end = to
  while (end > from && size < MAX_TEXT) {
    await pauseIfDue()
    const floor = Math.max(from, end - CHUNK)
    // From a line's begin; one that is longer than a chunk is cut.
    const lineStart = floor === from ? from : text.indexOf('\n', floor) + 1
    const start = lineStart > floor && lineStart < end ? lineStart : floor
    const part = text.slice(start, end)
    for (const range of messagesIn(part, sign).toReversed()) {
      const kind = kindAt(part, range.start, range.end)
      if (kinds.has(kind) || size > MAX_TEXT) continue
      kinds.add(kind)
      size += range.end - range.start
      found.push(part.slice(range.start, range.end))
    }
    end = start
  }
  return { lines: found.toReversed().join('\n'), reached: end }
}

/**
 * Errors at the beginning and at the end of a long text; between them too, where nothing known was found there.
 * @param end the end of what is longer than the text
 */
export const searchErrors = async (
  text: string,
  end: string | undefined,
  pauseIfDue: PauseIfDue,
): Promise<LongText> => {
  const kinds = new Set<number>()
  const endStart = end === undefined ? Math.max(0, text.length - MAX_END) : text.length
  const lineStart = text.lastIndexOf('\n', MAX_TEXT) + 1
  // A line that is longer than any message is cut: all of the beginning is searched.
  const headEnd = lineStart > MAX_TEXT - LONGEST_LINE ? lineStart : Math.max(lineStart, Math.min(MAX_TEXT, endStart))
  const middleEnd = Math.max(headEnd, endStart)
  const behind = end ?? text.slice(middleEnd)
  const last = await searchBack(behind, 0, behind.length, kinds, pauseIfDue)
  const head = await searchBack(text, 0, headEnd, kinds, pauseIfDue)
  const lines = `${head.lines}\n${last.lines}`
  const searched = behind.length - last.reached
  if (middleEnd === headEnd) return { lines, last: searched, between: last.reached === 0 ? 'all' : 'none' }
  const isKnown = lines.trim() !== '' && (await import('../messages/explain.ts')).explainErrors(lines).length > 0
  if (last.reached > 0 || isKnown) return { lines, last: searched, between: 'none' }
  const middle = await searchBack(text, headEnd, middleEnd, kinds, pauseIfDue, COMMON)
  return {
    lines: [head.lines, middle.lines, last.lines].join('\n'),
    last: searched,
    between: middle.reached > headEnd ? 'none' : end === undefined ? 'common' : 'part',
  }
}
