/** What code sets on a map behind its making (`params["sslmode"] = …`, `config.ssl = { … }`, `params.update(…)`): one group. */
import type { Range } from '../../../lib/ranges.ts'
import type { Setting } from '../document.ts'
import type { Structure } from './structure.ts'

type Group = Structure['groups'][number]

/** One statement that sets something on a variable. */
interface Later {
  readonly settings: readonly Setting[]
  readonly entry: Range
  /** `setdefault`: what is there already stays. */
  readonly isDefault: boolean
  /** The groups that are nothing but this. */
  readonly groups: readonly Group[]
}

/** Names that may decide about TLS. */
export const TELLING = /ssl|tls|secur|verif|cert|protocol|reject|(?:^|[._])ca$/i
/** Calls that make a map of their arguments, or settings of an address. */
const MAPS = /(?:^|[.: ])(?:mutableMapOf|hashMapOf)$/
const MADE = /^new [\w.]*(?:Config|Options|Settings|Builder)$|(?:^|\.)Parse(?:URL|Config|DSN)$/
const METHODS = /\.(?:update|merge!|setdefault)$/
const ASSIGN = /^(?:Object|_|lodash)\.(?:assign|merge|extend)$/

const isWithin = (inner: Range, outer: Range) => outer.start <= inner.start && inner.end <= outer.end
const isSame = (one: Range, other: Range) => one.start === other.start && one.end === other.end
const escaped = (name: string) => name.replaceAll(/[.$]/g, String.raw`\$&`)

/** Written in another statement: it isn't written anew from the map's. */
const unwritten = (setting: Setting, name: string): Setting => ({
  ...setting,
  name,
  nameRange: undefined,
  literal: { ...setting.literal, encode: () => undefined },
})

/** A setting with those of the map that it is given. */
const withInner = (setting: Setting, name: string, groups: readonly Group[]): Pick<Later, 'settings' | 'groups'> => {
  const inner = groups.filter(({ range, separator }) => separator === 'comma' && isSame(range, setting.literal.range))
  return {
    settings: [
      unwritten(setting, name),
      ...inner.flatMap(({ settings }) => settings.map((one) => unwritten(one, `${name}.${one.name}`))),
    ],
    groups: inner,
  }
}

const pathOf = ({ holder }: Group, { name }: Setting) =>
  holder === '' || name.startsWith(`${holder}.`) ? name : `${holder}.${name}`

/** `a[name] = …`: a variable has the name. */
const isNamedElsewhere = (text: string, { entry, literal }: Setting) =>
  /\[\s*\$?[a-z_]\w*\s*\]/.test(text.slice(entry.start, literal.range.start))

/** Whether something is set on a variable of which the text doesn’t show the name. */
const isOpen = (variable: string, groups: readonly Group[], text: string): boolean =>
  groups.some(
    (group) =>
      group.separator === 'line' &&
      group.settings.some(
        (setting) => pathOf(group, setting).startsWith(`${variable}.`) && isNamedElsewhere(text, setting),
      ),
  )

/** `cfg |= {…}`: where such a statement begins whose map stands here. */
const mergedInto = (text: string, variable: string, at: number): number | undefined => {
  const before = /(?:^|[^\w$.])([\w.]+)[ \t]*(?:\|=|=[ \t]*\1[ \t]*\|)[ \t]*(?:dict)?$/.exec(
    text.slice(Math.max(0, at - 200), at),
  )
  return before?.[1] === variable ? at - before[0].length + before[0].indexOf(variable) : undefined
}

/** What is set on a variable, in the order of the text. */
const laterOf = (variable: string, groups: readonly Group[], text: string): Later[] => {
  const prefix = `${variable}.`
  const byKey = groups.flatMap((group) =>
    group.separator === 'line'
      ? group.settings.flatMap((setting): Later[] => {
          const path = pathOf(group, setting)
          return path.startsWith(prefix) && !isNamedElsewhere(text, setting)
            ? [{ ...withInner(setting, path.slice(prefix.length), groups), entry: setting.entry, isDefault: false }]
            : []
        })
      : [],
  )
  const byCall = groups.flatMap((group): Later[] => {
    const { holder, positional, settings, range, separator } = group
    const isOwn = holder.startsWith(prefix) && !holder.slice(prefix.length).includes('.') && METHODS.test(holder)
    const isAssigned = ASSIGN.test(holder) && positional[0]?.value === variable
    const merged = mergedInto(text, variable, range.start)
    if (merged !== undefined && separator === 'comma' && positional.length === 0)
      return [
        {
          settings: settings.map((one) => unwritten(one, one.name)),
          entry: { start: merged, end: range.end },
          isDefault: false,
          groups: [group],
        },
      ]
    // Another map that is given, or spread into what is given, isn't shown.
    const shown = holder.endsWith('.setdefault') ? 2 : isAssigned ? 1 : 0
    if (!(isOwn || isAssigned) || positional.length !== shown) return []
    const entry = { start: range.start - holder.length, end: range.end }
    const isDefault = holder.endsWith('.setdefault')
    const [key, value] = positional
    if (!isDefault)
      return [{ settings: settings.map((one) => unwritten(one, one.name)), entry, isDefault, groups: [group] }]
    return key && value
      ? [
          {
            settings: [unwritten({ name: key.value, literal: value, nameRange: undefined, entry }, key.value)],
            entry,
            isDefault,
            groups: [group],
          },
        ]
      : []
  })
  return [...byKey, ...byCall].toSorted((one, other) => one.entry.start - other.entry.start)
}

const lineOf = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
const indentOf = (text: string, at: number) => /^[ \t]*/.exec(lineOf(text, at))?.[0].length ?? 0

/** What makes the next line run on a condition, without braces. */
const HEAD = /^[ \t]*(?:\}? ?else\b|(?:if|elif|elsif|unless|for|while|foreach)\b)[^{;]*$/

/** `a = 'b' if c`, `a = b || c`: one of two values, or none. */
const CHOICE = /\b(?:if|unless|else|or|and)\b|\?|\|\||&&/
const STRING = /(["'`])(?:\\.|(?!\1)[^\\])*\1/g

/** Whether a statement surely runs behind the making of the map: it stands alone on a line of the same block. */
const isSure = (text: string, variable: string, made: Range, entry: Range): boolean => {
  const words = text.slice(entry.start, entry.end)
  if (!words.startsWith(variable) && !/^\w+\.\w+\(/.test(words)) return false
  if (CHOICE.test(words.replaceAll(STRING, ''))) return false
  const indent = indentOf(text, made.start)
  if (lineOf(text, entry.start).trim() !== '' || indentOf(text, entry.start) !== indent) return false
  const rest = text.slice(entry.end).split('\n', 1)[0] ?? ''
  if (!/^[ \t]*;?[ \t\r]*(?:(?:#|\/\/).*)?$/.test(rest)) return false
  const between = text.slice(made.end, entry.start)
  const lines = between
    .split('\n')
    .slice(1, -1)
    .filter((line) => line.trim() !== '')
  if (lines.some((line) => line.search(/\S/) < indent) || HEAD.test(lines.at(-1) ?? '')) return false
  let depth = 0
  for (const sign of between.match(/[{}]/g) ?? []) {
    depth += sign === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}

/** Other names of what a variable holds: `alias = params`. */
const aliasesOf = (variable: string, groups: readonly Group[]): string[] =>
  groups.flatMap(({ separator, settings }) =>
    separator === 'line'
      ? settings.filter(({ name, literal }) => literal.value === variable && name !== variable).map(({ name }) => name)
      : [],
  )

/** Where something else is done with the variable for the first time; the end of the text where nothing is. */
const firstUse = (text: string, variable: string, from: number, later: readonly Later[]): number => {
  const uses = [...text.slice(from).matchAll(new RegExp(String.raw`(?<![\w$.])${escaped(variable)}(?![\w$])`, 'g'))]
  const at = uses.map(({ index }) => from + index)
  return at.find((place) => !later.some(({ entry }) => entry.start <= place && place < entry.end)) ?? text.length
}

/** The map's settings with those set later, of which the last counts. */
const laidOver = (settings: readonly Setting[], later: readonly Later[]): Setting[] => {
  let all = [...settings]
  for (const one of later) {
    const names = one.settings.map(({ name }) => name)
    if (one.isDefault && all.some(({ name }) => names.includes(name))) continue
    all = [
      ...all.filter(({ name }) => !names.some((own) => name === own || name.startsWith(`${own}.`))),
      ...one.settings,
    ]
  }
  return all
}

/** The variable that holds a map, and the statement that gives it; undefined where several do. */
const givenWith = (group: Group, groups: readonly Group[], text: string) => {
  if (group.separator !== 'comma') return undefined
  const all = groups.flatMap(({ separator, settings }) => (separator === 'line' ? settings : []))
  const given = all.find(({ literal: { range } }) => isWithin(group.range, range) && range.end === group.range.end)
  const isMerged = ({ literal: { value } }: Setting) => given !== undefined && value.startsWith(`${given.name} | {`)
  if (!given || all.filter((one) => one.name === given.name && !isMerged(one)).length > 1) return undefined
  const isPlain =
    group.holder === given.name || '{['.includes(text.charAt(group.range.start)) || MAPS.test(group.holder)
  return isPlain || MADE.test(group.holder) ? { given, isPlain } : undefined
}

/**
 * Lays what is set later over the maps, in place.
 *
 * @param note what leaves a map open where it isn't certain that all of it is set before the map is used
 * @returns the statements that were followed
 */
export const followLater = (structure: Structure, text: string, note: string): readonly Range[] => {
  const followed: Range[] = []
  // What is laid over a map is taken out of the groups meanwhile.
  const before = structure.groups.slice()
  for (const group of before) {
    const { given, isPlain = false } = givenWith(group, structure.groups, text) ?? {}
    if (!given) continue
    if (group.settings.some(({ name }) => TELLING.test(name)) && isOpen(given.name, structure.groups, text))
      group.note = note
    // A switch that is thrown by another name is told with what takes the map.
    const byAlias = aliasesOf(given.name, structure.groups)
      .flatMap((name) => laterOf(name, structure.groups, text))
      .filter(({ settings }) => settings.every(({ literal }) => !literal.value.startsWith('{')))
    const later = [...laterOf(given.name, structure.groups, text), ...byAlias]
    const all = later.flatMap(({ settings }) => settings)
    if (later.length === 0 || !(isPlain || all.every(({ name }) => TELLING.test(name)))) continue
    if (!all.some(({ name }) => TELLING.test(name)) && !group.settings.some(({ name }) => TELLING.test(name))) continue
    const use = firstUse(text, given.name, given.literal.range.end, later)
    if (!later.every(({ entry }) => entry.end <= use && isSure(text, given.name, given.literal.range, entry)))
      group.note = note
    group.settings = laidOver(group.settings, later)
    const gone = new Set(later.flatMap(({ groups }) => groups))
    const entries = later.map(({ entry }) => entry)
    followed.push(...entries)
    const isGone = ({ entry }: Setting) => entries.some((one) => isSame(one, entry))
    for (const one of structure.groups)
      if (one.separator === 'line') one.settings = one.settings.filter((setting) => !isGone(setting))
    const left = structure.groups.filter(
      (one) => !gone.has(one) && (one.settings.length > 0 || one.positional.length > 0 || one.note !== undefined),
    )
    structure.groups.splice(0, structure.groups.length, ...left)
    for (const [at, place] of structure.literals.entries())
      if (
        (place.group === undefined || gone.has(place.group)) &&
        entries.some((entry) => isWithin(place.literal.range, entry))
      )
        structure.literals[at] = { ...place, group }
  }
  return followed
}
