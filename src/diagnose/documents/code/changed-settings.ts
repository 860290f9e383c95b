/** Finds groups whose settings the code changes later, or sets on a condition: what they come to is left open. */
import type { Range } from '../../../lib/ranges.ts'
import { isChain, type Setting } from '../document.ts'
import { TELLING } from './set-later.ts'
import type { Structure } from './structure.ts'
import { touchedIn } from './untracked-changes.ts'

export const CHANGED =
  'The code changes these settings after it makes them, or sets them on a condition: the text doesn’t show what they come to.'

/** Where the code decides which of two values holds. */
const BRANCHES = /\b(?:if|else|unless|switch|case|when|match|putIfAbsent)\b/

/** `put(…)` without an object, in a block that makes it, or chained calls of one that is changed. */
const isOfOne = ({ holder, settings }: Structure['groups'][number], text: string, changed: ReadonlySet<string>) =>
  (holder === '' || holder === 'this') &&
  changed.size > 0 &&
  settings.some(({ entry }) => {
    const first = /^\w+/.exec(text.slice(entry.start, entry.start + 40))?.[0] ?? ''
    return /^(?:this|put|set\w*)$/.test(first) || changed.has(first)
  })

/** An address in quotes. */
const ADDRESS = /^[A-Za-z@$]{0,3}(["'`])(?:(?!\1)[^\n])*(?::\/\/|\b(?:pgsql|mysql):|\b(?:host|server|data source) ?=)/i
/** An address that is read out of a text, and what is done with it in its turn. */
const READ =
  /^(?:(?:new|&) ?)*(?:\w+(?:\.|::))*(?:URL|URI|Uri|[pP]arse|make_url|urlparse|urlsplit)\([^()\n]*:\/\/[^()\n]*\)(\s*(?:\.|->)\s*(?!to)\w)?/

/** Whether it's an address of which the code makes another one. */
const isRewritten = ({ entry, literal: { range } }: Setting, text: string, rewritten: ReadonlySet<string>): boolean => {
  const value = text.slice(range.start, Math.min(range.end, range.start + 4000))
  const read = READ.exec(value)
  if (!read && !ADDRESS.test(value)) return false
  const names =
    text
      .slice(text.lastIndexOf('\n', entry.start - 1) + 1, range.start)
      .split(/[;{}()]/)
      .at(-1) ?? ''
  return read?.[1] !== undefined || names.split(/[^\w.$]+/).some((name) => rewritten.has(name))
}

/** Texts of which the code makes others, apart: what stands beside them isn't touched. */
const apart = (groups: Structure['groups'], text: string, rewritten: ReadonlySet<string>): Structure['groups'] =>
  groups.flatMap((group) => {
    const changed =
      group.separator === 'line' ? group.settings.filter((setting) => isRewritten(setting, text, rewritten)) : []
    if (changed.length === 0) return [group]
    const others = group.settings.filter((setting) => !changed.includes(setting))
    return [
      ...(others.length > 0 ? [{ ...group, settings: others }] : []),
      ...changed.map((setting) => ({ ...group, settings: [setting], range: setting.literal.range, note: CHANGED })),
    ]
  })

const CONDITION = /\b(?:if|else|elif|unless|case|except|catch|rescue)\b/
const BEGINS = /(?:^|[;{}])\s*(?:if|else|elif|unless|case|except|catch|rescue)\b/

/** Whether what stands behind this part of a statement or a line is in a condition that begins there: `if (a) { b(); `. */
const isConditional = (before: string): boolean => {
  if (before.includes('__name__')) return false
  const open = before.replaceAll(/\{[^{}]*\}/g, ';')
  return BEGINS.test(open.includes('{') ? open : (open.split(/[;}]/).at(-1) ?? ''))
}

/** Whether a condition before a statement decides if it runs; the guard of a Python program (`__name__`) doesn’t count. */
export const isOnCondition = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 3000), at)
  const beside = before.slice(before.lastIndexOf('\n') + 1)
  if (isConditional(beside)) return true
  const indent = beside.search(/\S|$/)
  let depth = 0
  let least = indent
  for (const line of before.split('\n').slice(0, -1).toReversed()) {
    const own = line.search(/\S/)
    if (own === -1) continue
    const opens = (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length
    const isAround = depth + opens > 0 || (own < least && /:\s*(?:#.*)?$/.test(line))
    if (isAround && CONDITION.test(line) && !line.includes('__name__')) return true
    depth = Math.min(0, depth + opens)
    least = Math.min(least, own)
  }
  return false
}

/** Variables of the process: another place reads them. */
const VARIABLE = /(?:^|\.)(?:PG|NODE_)[A-Z_]+$/
/** An SSLContext of Python, made before. */
const OF_CONTEXT = /(?:^|\.)(?:check_hostname|verify_mode)$/

/** Whether something that may decide is set on a condition, and the rest of it, or what reads it, is not. */
const isSometimes = ({ settings }: Structure['groups'][number], text: string): boolean => {
  const sometimes = settings.filter(
    ({ entry, literal }) =>
      isOnCondition(text, entry.start) || isConditional(text.slice(entry.start, literal.range.start)),
  )
  return (
    sometimes.some(({ name }) => TELLING.test(name) || OF_CONTEXT.test(name)) &&
    (sometimes.length < settings.length || sometimes.some(({ name }) => VARIABLE.test(name) || OF_CONTEXT.test(name)))
  )
}

/** Whether something that may decide is set twice. */
const isSetTwice = ({ holder, settings }: Structure['groups'][number]): boolean => {
  const values = new Map<string, string>()
  return (
    holder !== '' &&
    settings.some(({ name, literal }) => {
      const before = values.get(name) ?? literal.value
      values.set(name, before)
      return before !== literal.value && TELLING.test(name)
    })
  )
}

/** Between two maps that a variable is given: one of them counts. */
const OTHERWISE = /\b(?:else|elif|elsif|elseif|case|when|default)\b/
const MAKES = /\b(?:def|function|func|fn|fun|class)\b/

/** Variables that a condition gives one map or another. */
const givenTwice = ({ groups }: Structure, text: string): ReadonlySet<string> => {
  const ends = new Map<string, number>()
  const twice = new Set<string>()
  for (const { settings, separator } of groups)
    if (separator === 'line')
      for (const { name, literal } of settings) {
        if (!/^(?:[{[(]|\w+[({])/.test(literal.value)) continue
        const between = text.slice(ends.get(name) ?? literal.range.start, literal.range.start)
        if (OTHERWISE.test(between) && !MAKES.test(between)) twice.add(name)
        ends.set(name, literal.range.end)
      }
  return twice
}

/** Variables whose map something else replaces later: `a = {…}`, then `a = load()`. */
const replacedIn = ({ groups }: Structure, text: string): readonly string[] =>
  groups.flatMap(({ settings, separator }) => {
    const ends = new Map<string, number>()
    return separator === 'line'
      ? settings.flatMap(({ name, literal: { value, range } }) => {
          const end = ends.get(name)
          if (/^(?:\{|\[|dict\()/.test(value)) ends.set(name, range.end)
          return end !== undefined && /^\w+(?:\.\w+)*\(/.test(value) && !MAKES.test(text.slice(end, range.start))
            ? [name]
            : []
        })
      : []
  })

/** What Celery's object holds of its own: its verdict reads them. */
const CELERY = /\.conf\.(?:broker|redis_backend)_use_ssl$/

/** Variables whose map is changed behind its making, in what may decide. */
const changedIn = ({ groups }: Structure): ReadonlySet<string> =>
  new Set(
    groups.flatMap(({ holder, settings, positional, separator }) => {
      if (separator === 'line')
        return settings.some(({ name }) => TELLING.test(name) && !CELERY.test(name)) ? [holder] : []
      const method = /^(\w+)\.(?:update|pop|setdefault|assign|merge)$/.exec(holder)
      if (method?.[1] === 'Object') return positional.slice(0, 1).map(({ value }) => value)
      return method?.[1] === undefined ? [] : [method[1]]
    }),
  )

/** Maps that a chain of Spark's takes whole, where it says more of TLS itself: `.options(map).option("name", "value")`. */
const TAKEN_WHOLE = /\. options \( (?:\* ?\* ?)?(\w+) \)/g
const takenByChains = ({ groups }: Structure, told: string): string[] =>
  groups.some((group) => isChain(group) && group.settings.some(({ name }) => TELLING.test(name)))
    ? [...told.matchAll(TAKEN_WHOLE)].map(([, name = '']) => name)
    : []

/**
 * The groups, those that are changed with a note, and the variables that statements change.
 * @param told the code's words and signs
 */
export const markChanged = (
  structure: Structure,
  text: string,
  told: string,
  language: string,
): { readonly groups: Structure['groups']; readonly changed: ReadonlySet<string> } => {
  const { byStatement, byCall, rewritten } = touchedIn(told, language, text)
  const changed = new Set([
    ...changedIn(structure),
    ...replacedIn(structure, text),
    ...takenByChains(structure, told),
    ...byStatement,
  ])
  const isBranching = BRANCHES.test(told)
  const open = isBranching ? new Set([...changed, ...givenTwice(structure, text)]) : changed
  const places = structure.groups.flatMap(({ settings, separator }) =>
    separator === 'line' ? settings.filter(({ name }) => open.has(name)).map(({ literal }) => literal.range) : [],
  )
  const isIn = (range: Range) => places.some(({ start, end }) => start <= range.start && range.end <= end)
  const groups = apart(structure.groups, text, rewritten)
  for (const group of groups) {
    const isTouched =
      byCall.has(group.holder) ||
      (group.separator === 'line'
        ? byStatement.has(group.holder) ||
          (isBranching && isSetTwice(group)) ||
          isSometimes(group, text) ||
          isOfOne(group, text, byCall)
        : changed.has(group.holder) || isIn(group.range))
    if (isTouched) group.note = CHANGED
  }
  return { groups, changed }
}
