/** Reads texts whose lines begin with signs, such as quoted mail and patches: without the signs, and puts edits back behind them. */
import type { Range } from '../../lib/ranges.ts'
import type { Edit } from './document.ts'

/** Lines that belong together, without what stands before them. */
export interface Segment {
  readonly text: string
  /** The same place in the whole text. */
  readonly outward: (range: Range) => Range
  /** The same edit of the whole text; undefined where it would break what the text is wrapped in. */
  readonly edit: (edit: Edit) => Edit | undefined
}

/** What one line is: some of it, nothing of it, or the end of what stood before. */
type Line =
  | { readonly kind: 'inside'; readonly sign: string; readonly depth: string; readonly fixed: boolean }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'break' }

const QUOTED = /^[ \t]*(?:>[ \t]?)+/
const HEADER =
  /^(?:diff |index [0-9a-f]+\.\.|@@ |(?:new|deleted|old) (?:file )?mode|similarity |rename |\\ No newline|\d+(?:,\d+)?[acd]\d)/
const FILE_HEADER = /^(?:--- |\+\+\+ )\S/

const inside = (sign: string, depth: string, fixed: boolean): Line => ({ kind: 'inside', sign, depth, fixed })

/** Mail: as many `>` as somebody answered. Other lines are what was written above and below. */
const mailLine = (line: string): Line => {
  const sign = QUOTED.exec(line)?.[0] ?? ''
  return inside(sign, sign.replaceAll(/[^>]/g, ''), false)
}

/** A patch in the form of `git diff`: what comes of it is what stays and what is added. */
const patchLine =
  (counted: boolean) =>
  (line: string): Line => {
    if (HEADER.test(line) || (counted && FILE_HEADER.test(line))) return { kind: 'break' }
    if (line.startsWith('-')) return { kind: 'dropped' }
    const sign = /^[+ ]/.exec(line)?.[0] ?? ''
    return inside(sign, '', sign !== '+')
  }

/** The older form of `diff`: `< old`, `> new`. */
const oldPatchLine = (line: string): Line => {
  if (HEADER.test(line)) return { kind: 'break' }
  const sign = /^> ?/.exec(line)?.[0]
  return sign === undefined ? { kind: 'dropped' } : inside(sign, '', false)
}

/** What a Kafka client of Java prints of its settings when it starts. It ran with them: there is nothing to edit. */
const PRINTED = /Config values:[ \t]*\r?$/m
const printedLine = (line: string): Line => {
  const sign = /^\t+(?=[\w.]+ = )/.exec(line)?.[0] ?? ''
  return inside(sign, sign, true)
}

interface Wrapping {
  readonly read: (line: string) => Line
  /** Its headers count lines: none may be added or taken away. */
  readonly counted: boolean
}

const wrappingOf = (text: string): Wrapping | undefined => {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (/^\d+(?:,\d+)?[acd]\d+(?:,\d+)?\r?$/m.test(text) && lines.every((line) => /^(?:[<>\d\\]|---)/.test(line)))
    return { read: oldPatchLine, counted: true }
  if (/^(?:@@ -\d|diff --git |--- \S[^\n]*\n\+\+\+ \S)/m.test(text)) return { read: patchLine(true), counted: true }
  if (lines.some((line) => line.startsWith('+')) && lines.every((line) => /^[-+ ]/.test(line)))
    return { read: patchLine(false), counted: false }
  if (PRINTED.test(text)) return { read: printedLine, counted: true }
  const quoted = lines.filter((line) => QUOTED.test(line))
  const isMail = quoted.some((line) => line.replace(QUOTED, '').trim() !== '')
  // `>` at the end of a tag, on a line of its own, quotes nothing.
  return isMail && !text.trimStart().startsWith('<') ? { read: mailLine, counted: false } : undefined
}

interface Place {
  /** Where the line's inside begins, in the segment and in the whole text. */
  readonly inner: number
  readonly outer: number
  readonly sign: string
  readonly fixed: boolean
}

const segmentOf = (text: string, places: readonly Place[], counted: boolean): Segment => {
  /** Which line a place is in; the search halves, as a log has many. */
  const lineAt = (at: number): number => {
    let low = 0
    let high = places.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((places[middle]?.inner ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
  const outer = (at: number) => {
    const place = places[lineAt(at)]
    return place ? place.outer + at - place.inner : at
  }
  const outward = ({ start, end }: Range): Range => ({ start: outer(start), end: outer(end) })
  return {
    text,
    outward,
    edit: ({ range, text: written }) => {
      const touched = places.slice(lineAt(range.start), lineAt(range.end) + 1)
      const changesLines = touched.length > 1 || written.includes('\n')
      if (touched.some(({ fixed }) => fixed) || (counted && changesLines)) return undefined
      return { range: outward(range), text: written.replaceAll('\n', `\n${touched[0]?.sign ?? ''}`) }
    },
  }
}

/** A text in segments; one, the text itself, where it is wrapped in nothing. */
export const unwrap = (text: string): Segment[] => {
  const wrapping = wrappingOf(text)
  if (!wrapping) return [{ text, outward: (range) => range, edit: (edit) => edit }]
  const segments: Segment[] = []
  let places: Place[] = []
  let inner = ''
  let depth = ''
  const close = () => {
    if (inner.trim() !== '') segments.push(segmentOf(inner, places, wrapping.counted))
    places = []
    inner = ''
  }
  let at = 0
  for (const line of text.split('\n')) {
    const read = wrapping.read(line)
    if (read.kind === 'break' || (read.kind === 'inside' && read.depth !== depth)) close()
    if (read.kind === 'inside') {
      const body = line.slice(read.sign.length)
      if (places.length > 0) inner += '\n'
      places.push({ inner: inner.length, outer: at + read.sign.length, sign: read.sign, fixed: read.fixed })
      inner += body
      depth = read.depth
    }
    at += line.length + 1
  }
  close()
  return segments
}
