/**
 * A forgiving reader of PEM: it finds every block in any text, and says what is wrong with each. The strict one,
 * `crypto/pem.ts`, decides what is handed over; this one is for files that people hold.
 */
import { cleanLines, decodes, readBody, type Damage, type ReadBody } from './armour-body.ts'
import { isSigned, LONGEST_BESIDE, withoutBeside } from './beside-lines.ts'

export interface Block extends ReadBody {
  /** `CERTIFICATE`, `PRIVATE KEY`, … as the first line has it. */
  readonly label: string
  readonly damage: readonly Damage[]
  /** What the block is assigned to, where that can be seen: `CA_CERT` of an .env line, a key of a YAML file. */
  readonly assignedTo: string | undefined
  /** Where the block begins and ends in the text. */
  readonly start: number
  readonly end: number
}

const DASHES = '-\u2010-\u2015\u2212'
/** The words of a first or last line, and the dashes behind them; those before them are looked at apart. */
const armourLine = () =>
  new RegExp(
    `(BEGIN|END)[ \\u00a0]{1,3}([A-Z0-9.][A-Z0-9. ]{0,39}?)[ \\t]*[${DASHES}]{2,5}(?:[${DASHES}]{1,4}(?![${DASHES}]*BEGIN))?`,
    'g',
  )
const DASHES_BEFORE = new RegExp(`[${DASHES}]{2,9}[ \\t]*$`)
const EXACT = /^-----(?:BEGIN|END) [A-Z0-9. ]+-----$/

/** `NAME=`, `name: |`, `"name": "` and the like before a block. */
const ASSIGNMENT = /([A-Za-z_][\w.-]*)["']?\s*(?:[:=]|=>)\s*[|>]?[-+]?\s*["'`]?\s*$/

/** The end of every assignment, which is looked for first: most blocks have none. */
const ASSIGNED = /[:=][\s|>+"'`-]*$/

/** What stands before a value as its name. */
export const assignedTo = (text: string, start: number): string | undefined => {
  const before = text.slice(Math.max(0, start - 120), start)
  return ASSIGNED.test(before) ? ASSIGNMENT.exec(before)?.[1] : undefined
}

interface Mark {
  readonly kind: 'BEGIN' | 'END'
  readonly label: string
  readonly exact: boolean
  readonly start: number
  readonly end: number
}

function* marksOf(text: string): Generator<Mark> {
  // Faster than the pattern: most long texts are logs.
  if (!text.includes('BEGIN') && !text.includes('END')) return
  for (const match of text.matchAll(armourLine())) {
    const [words, kind, label = ''] = match
    const before = DASHES_BEFORE.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0]
    if (before === undefined) continue
    yield {
      kind: kind === 'END' ? 'END' : 'BEGIN',
      label,
      exact: EXACT.test(before + words),
      start: match.index - before.length,
      end: match.index + words.length,
    }
  }
}

/** How much text before a lone END line may be its block: a long chain's certificate fits, a book doesn't. */
const LONGEST_BODY = 20_000

/** A block from its first to its last line; either may be missing. */
const makeBlock = (text: string, begin: Mark | undefined, end: Mark | undefined, from: number, to: number): Block => {
  const at = begin?.start ?? from
  const raw = text.slice(from, to)
  const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LONGEST_BESIDE), at)
  const unbeside = withoutBeside(raw, before)
  // Signs alone are told by their kind, unless that leads to nothing.
  const isFirst = unbeside !== undefined && isSigned(before)
  const plain = cleanLines(isFirst ? unbeside : raw)
  const other = unbeside === undefined || isFirst || decodes(plain) ? undefined : cleanLines(unbeside)
  const body = other && decodes(other) ? other : plain
  const isBeside = isFirst || body === other
  const label = (begin ?? end)?.label ?? ''
  const read = readBody(body)
  const damage = new Set(body.damage)
  if (isBeside) damage.add('line-prefix')
  if (begin?.exact === false || end?.exact === false) damage.add('odd-dashes')
  if (end && '-\u2013\u2014'.includes(text.charAt(end.end)) && text.charAt(end.end) !== '') damage.add('joined')
  if (!end) damage.add('no-end-line')
  if (!begin) damage.add('no-begin-line')
  const start = begin?.start ?? from
  const mismatch = begin && end && begin.label !== end.label
  return {
    label,
    damage: [...damage],
    ...read,
    ...(mismatch && { fault: 'label-mismatch', der: undefined }),
    assignedTo: assignedTo(text, start),
    start,
    end: end?.end ?? to,
  }
}

/** Lines of base64; the last one of a body may be short. */
const BODY_LINE = /^[A-Za-z0-9+/]{16,}={0,2}$/
const LAST_LINE = /^[A-Za-z0-9+/]+={0,2}$/

/** Where the base64 in front of a lone END line begins: line by line, back to the first that is none. */
const startOfBody = (text: string, floor: number, end: number): number => {
  let from = end
  let seen = false
  for (const line of text
    .slice(Math.max(floor, end - LONGEST_BODY), end)
    .split('\n')
    .toReversed()) {
    const content = line.trim()
    if (content !== '' && !(seen ? BODY_LINE : LAST_LINE).test(content)) break
    seen ||= content !== ''
    from -= line.length + 1
  }
  return seen ? Math.max(floor, from + 1) : end
}

/** Where the base64 after a BEGIN line without END ends: at the first thing that can't belong to it. */
const endOfBody = (text: string, start: number, ceiling: number): number => {
  const after = text.slice(start, Math.min(ceiling, start + LONGEST_BODY))
  const body = /^[A-Za-z0-9+/=\s\\"']*/.exec(after)
  return start + (body?.[0].length ?? 0)
}

/** So little base64 is nothing: the shortest key has more. */
const SHORTEST_BODY = 64

/** Whether a first line without a last one only stands in what a message says: in quotes, or cut short by dots. */
const isMention = (text: string, { start, end }: Mark, to: number): boolean => {
  const body = text.slice(end, to).replaceAll(/\\[nr]|[\s\\"']/g, '')
  if (body.length >= SHORTEST_BODY) return false
  const inQuotes = /^["'`\u2018\u201c].{1,60}["'`\u2019\u201d]$/.test(text.slice(Math.max(0, start - 1), end + 1))
  return inQuotes || /^(?:\.{3}|\u2026)/.test(text.slice(to, to + 3))
}

/** Last lines without a first one that are tried. */
const MAX_ALONE = 1000

function* withoutEnd(text: string, open: Mark, ceiling: number): Generator<Block> {
  const to = endOfBody(text, open.end, ceiling)
  if (!isMention(text, open, to)) yield makeBlock(text, open, undefined, open.end, to)
}

/** All blocks of a text, one at a time, so that a caller can pause between them. Linear in the text's length. */
export function* scanArmour(text: string): Generator<Block> {
  let open: Mark | undefined
  let done = 0
  let lone = 0
  for (const mark of marksOf(text)) {
    if (mark.kind === 'BEGIN') {
      if (open) yield* withoutEnd(text, open, mark.start)
      open = mark
    } else if (open) {
      yield makeBlock(text, open, mark, open.end, mark.start)
      open = undefined
      done = mark.end
    } else {
      // Each is looked behind for a body; a file of nothing but last lines has none.
      if (++lone > MAX_ALONE) return
      const from = startOfBody(text, done, mark.start)
      if (from < mark.start) yield makeBlock(text, undefined, mark, from, mark.start)
      done = mark.end
    }
  }
  if (open) yield* withoutEnd(text, open, text.length)
}

/** How many blocks begin in a text from a place on: a count, for more than one would want to read. */
export const countBlocks = (text: string, from: number): number => {
  let count = 0
  for (let at = text.indexOf('-BEGIN ', from); at !== -1; at = text.indexOf('-BEGIN ', at + 1)) count++
  return count
}

/** A block as OpenSSL writes it: 64 characters a line, LF, one at the end. */
export const toPem = (label: string, der: Uint8Array): string => {
  let binary = ''
  for (const byte of der) binary += String.fromCharCode(byte)
  const lines = btoa(binary).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
