/** What a program printed, without what terminals, logs, mail programs and web pages put into and around it. */

import { isElsewhere, isOfProgram } from './elsewhere.ts'

const ESCAPE = String.fromCodePoint(27)
/** Colours; a copy may have lost the escape in front of them. */
const COLOURS = new RegExp(String.raw`${ESCAPE}\[[\d;?]*[A-Za-z]|\[\d{1,3}(?:;\d{1,3})*m`, 'g')

/** Quotes as JSON, HTML, word processors and other languages write them; spaces that look like others. */
const SIGNS: readonly (readonly [written: RegExp, plain: string])[] = [
  [/\\{1,7}"|[“”„«»]|&(?:quot|#34);/g, '"'],
  [/\\{1,7}'|[‘’]|&(?:apos|#39|#x27);/g, "'"],
  [/\u00A0|\u202F|&nbsp;/g, ' '],
]

/** What quotes a line of a mail, and what Terraform draws beside one. */
const BESIDE = /^[ \t]*(?:[>│╷╵][ \t]?)+/
/** The rest of a sentence, not a line of its own: of a stack trace, or of a container whose name stands before it. */
const GOES_ON = /^ ?(?!at |[\w.-]{1,60} {0,60}\| )[a-z"(]/
/** A line that was broken within a sentence, and one that begins a message of its own. */
const CUT = /[a-z,:(]$/i
const OWN = /^[\w.-]{1,60}: /
/** One of a program that says how bad it is, whatever stands before it. */
const GRADED = /^[\w.-]{1,60}: (?:error|fatal|warning)\b/i
const STACK = /^[ \t]+at \S/
/** Whether one of two lines is a call of a stack trace, or about something else, such as a package registry: that ends there. */
const isApart = (before: string, line: string): boolean =>
  STACK.test(before) ||
  GRADED.test(line) ||
  isOfProgram(line) ||
  (isElsewhere(before) && (OWN.test(line) || !CUT.test(before)))

/** Shorter lines end where they were meant to. */
const WIDTH = 60

/** Joins the lines that were broken where the width ended. */
const unwrap = (text: string): string => {
  let before = ''
  let wasQuoted = false
  const parts: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const bare = line.replace(BESIDE, '')
    const isQuoted = bare.length < line.length
    const isWrapped =
      (isQuoted && wasQuoted && before !== '') || (before.length >= WIDTH && !isApart(before.trimEnd(), bare))
    const isRest = GOES_ON.test(bare) && isWrapped
    parts.push(isRest ? ' ' : '\n', bare.trimEnd())
    before = bare
    wasQuoted = isQuoted
  }
  return parts.join('')
}

/** @param text as it was pasted, at most some ten thousand characters */
export const asPrinted = (text: string): string => {
  const bare = text.replaceAll(COLOURS, '')
  return unwrap(SIGNS.reduce((plain, [written, sign]) => plain.replaceAll(written, sign), bare))
}
