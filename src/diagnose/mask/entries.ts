/**
 * Values beside a secret's name: `{"name": "PGPASSWORD", …, "value": …}`, and the same in YAML, with entries in any order.
 * Read as trees, with as little grammar as texts that are broken or cut off allow.
 */
import { IS_SECRET } from './named.ts'
import type { Range } from '../../lib/ranges.ts'

const NAME_KEY = /^(?:\w*name|\w*key|id)$/i
const VALUE_KEY = /^(?:\w*value|value_?from|plain(?:text)?|literal|content|default|secret)$/i
/** A map below it says where the secret is. */
const ELSEWHERE = /from$/i

/** One map, as far as it is read. */
interface Entries {
  isSecret: boolean
  readonly values: Range[]
}

const secretsOf = ({ isSecret, values }: Entries): Range[] => (isSecret ? values : [])

/** More blanks than this around a value are masked with it. */
const BLANKS = 200

/** Without the blanks and quotes around it. */
const inside = (text: string, start: number, end: number): Range => {
  const head = /^\s*(?:\\{0,4}["'])?/.exec(text.slice(start, Math.min(end, start + BLANKS)))?.[0].length ?? 0
  const from = start + head
  const rest = text.slice(Math.max(from, end - BLANKS), end)
  return { start: from, end: end - (rest.length - rest.trimEnd().replace(/\\{0,4}["']$/, '').length) }
}

interface Open extends Entries {
  readonly bracket: string
  /** The last word: a key, if a sign follows. */
  word: string
  /** The key whose value is being read, and where it ends. */
  key: string
  keyEnd: number
}

/** A quote before a map in JSON begins a string that holds it. */
const TOKEN =
  /"(?![{[]\s{0,80}\\{0,4}["'])(?:\\.|[^"\\\n]){0,4000}(?:"|(?=\n|$))|'(?:\\.|[^'\\\n]){0,4000}'|[{}[\],\n]|=>|[:=]|[^\s"'{}[\],:=][^\s{}[\],:=]{0,4000}/g

/** JSON, also inside a string; flow of YAML; objects of code; blocks of Terraform. */
const inBraces = (text: string): Range[] => {
  const found: Range[] = []
  const stack: Open[] = []
  const endValue = (open: Open, end: number) => {
    if (VALUE_KEY.test(open.key)) open.values.push(inside(text, open.keyEnd, end))
    open.key = ''
    open.word = ''
  }
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const top = stack.at(-1)
    if (token === '{' || token === '[') {
      if (top && ELSEWHERE.test(top.key)) top.key = ''
      stack.push({ bracket: token, isSecret: false, values: [], word: '', key: '', keyEnd: 0 })
    } else if (top === undefined) continue
    else if (token === '}' || token === ']') {
      if (top.bracket !== (token === '}' ? '{' : '[')) continue
      endValue(top, index)
      found.push(...secretsOf(top))
      stack.pop()
    } else if (top.bracket === '[') continue
    else if (token === ',') endValue(top, index)
    else if (token === '\n') {
      // The value may stand below its key.
      if (top.key === '' || text.slice(top.keyEnd, index).trim() !== '') endValue(top, index)
    } else if (/^[:=]/.test(token)) {
      if (top.key !== '') continue
      top.key = top.word
      top.keyEnd = index + token.length
    } else {
      top.word = token.replaceAll(/^[\\"'\s]+|[\\"'\s]+$/g, '')
      if (NAME_KEY.test(top.key) && IS_SECRET.test(top.word)) top.isSecret = true
    }
  }
  for (const open of stack) {
    endValue(open, text.length)
    found.push(...secretsOf(open))
  }
  return found
}

/** An entry of YAML, behind what begins an item of a list. */
const ENTRY = /^([ \t]*(?:-[ \t]+)*)(["']?)([\w.-]{1,60})\2:(?:[ \t]+|$)/

interface Level extends Entries {
  readonly column: number
  /** Where the value begins that is being read. */
  valueStart: number | undefined
}

/** Maps of YAML by their indentation. What is further in than a value's name, or blank, belongs to the value. */
const inLines = (text: string): Range[] => {
  const found: Range[] = []
  const levels: Level[] = []
  const endValue = (level: Level, end: number) => {
    if (level.valueStart !== undefined) level.values.push(inside(text, level.valueStart, end))
    level.valueStart = undefined
  }
  const close = (column: number, end: number) => {
    for (let level = levels.at(-1); level && level.column >= column; level = levels.at(-1)) {
      endValue(level, end)
      found.push(...secretsOf(level))
      levels.pop()
    }
  }
  let at = 0
  for (const line of text.split('\n')) {
    const start = at
    at += line.length + 1
    const column = line.search(/\S/)
    if (column === -1) continue
    const [whole, lead = '', , key = ''] = ENTRY.exec(line) ?? []
    const isItem = lead.includes('-')
    // The next item of a list may be no further in than the name of the list.
    close(isItem ? column : column + 1, start)
    const level = levels.at(-1)
    if (level?.column === column) endValue(level, start)
    if (whole === undefined) continue
    const own = lead.length
    let map = levels.at(-1)
    if (map?.column !== own) {
      map = { column: own, isSecret: false, values: [], valueStart: undefined }
      levels.push(map)
    }
    const value = line.slice(whole.length).trim()
    if (NAME_KEY.test(key) && IS_SECRET.test(value)) map.isSecret = true
    if (VALUE_KEY.test(key) && !(ELSEWHERE.test(key) && value === '')) map.valueStart = start + whole.length
  }
  close(0, text.length)
  return found
}

/** Where values stand whose map names a secret. */
export const entryRanges = (text: string): Range[] => [...inBraces(text), ...inLines(text)]
