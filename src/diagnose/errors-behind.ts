/** What may be an error in the part of a long log that isn't searched as a whole: the last of each kind. */
import type { Pace } from '../lib/pace.ts'
import { MAX_END, MAX_TEXT } from './limits.ts'

/** Words of errors, and of what they are about here. Where a line has none, no message is known that it could be. */
const SIGN =
  /error|fatal|exception|fail|refus|denied|reject|invalid|unable|cannot|could not|certificate|alert|handshake|timed? ?out|timeout|reset by|broken pipe|not found|no such|unknown|unexpected|expired|not authorized|unauthorized|disconnect|closed|\b[EW]\d{4}\b|\bE[A-Z]{5,}\b|fehler|erreur|échou|error de|ошибк|отказ|错误|失败|拒绝|エラー|失敗/gi
/** So much is searched before others get their turn. */
const CHUNK = 256 * 1024
/** What goes on below a message's first line. */
const BELOW = /^(?:\s+\S|Caused by: |DETAIL:|HINT:)/
const MAX_BELOW = 8
/** Longer lines are cut: around what was found. */
const LONGEST_LINE = 4000

/** What is the same of errors that repeat. */
const shapeOf = (line: string): string => line.slice(0, 400).replaceAll(/[0-9a-f]*\d[0-9a-f]*/gi, '#')

/** Where the line ends that goes on at a place, as far as it is read. */
const lineEnd = (text: string, at: number): number => {
  const length = text.slice(at, at + LONGEST_LINE).indexOf('\n')
  return length === -1 ? Math.min(text.length, at + LONGEST_LINE) : at + length
}

/** A line and what belongs to it below. */
const messageAt = (text: string, start: number, end: number): string => {
  let to = end
  for (let count = 0; count < MAX_BELOW && to < text.length; count++) {
    const below = lineEnd(text, to + 1)
    if (!BELOW.test(text.slice(to + 1, below))) break
    to = below
  }
  return text.slice(start, Math.min(to, start + LONGEST_LINE))
}

/** All of one part, in their order. */
const messagesIn = (part: string): string[] => {
  const messages: string[] = []
  SIGN.lastIndex = 0
  for (let match = SIGN.exec(part); match; match = SIGN.exec(part)) {
    const floor = Math.max(0, match.index - LONGEST_LINE / 2)
    const begin = floor + part.slice(floor, match.index).lastIndexOf('\n') + 1
    const end = lineEnd(part, match.index)
    messages.push(messageAt(part, begin, end))
    SIGN.lastIndex = end
  }
  return messages
}

/**
 * Lines with errors behind a place, the last of each kind, in their order; searched from the end.
 * @param from what is before it is searched as a whole
 */
export const errorsBehind = async (text: string, from: number, pace: Pace): Promise<string> => {
  const found: string[] = []
  const shapes = new Set<string>()
  let size = 0
  const first = Math.max(from, text.length - MAX_END)
  for (let end = text.length; end > first && size < MAX_TEXT;) {
    await pace()
    const floor = Math.max(first, end - CHUNK)
    // From a line's begin; one that is longer than a chunk is cut.
    const lineStart = floor === from ? from : text.indexOf('\n', floor) + 1
    const start = lineStart > floor && lineStart < end ? lineStart : floor
    for (const message of messagesIn(text.slice(start, end)).toReversed()) {
      const shape = shapeOf(message)
      if (shapes.has(shape) || size > MAX_TEXT) continue
      shapes.add(shape)
      size += message.length
      found.push(message)
    }
    end = start
  }
  return found.toReversed().join('\n')
}
