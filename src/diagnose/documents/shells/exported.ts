/** Finds which variables of a shell reach its commands: exported ones, and those it had before. */
import type { Group, Literal, Setting } from '../document.ts'
import { LIBPQ } from './launch.ts'
import { isVariables, unexported } from './unset-variables.ts'

/** `export NAME`, `declare -x NAME`, without a value. */
const EXPORTS = /^[ \t]*(?:export|(?:declare|typeset)[ \t]+-\w*x\w*)[ \t]+([^\n;&|]*)/gm
const namesIn = (words: string) => words.split(/\s+/).flatMap((word) => /^(\w+)(?:=|$)/.exec(word)?.[1] ?? [])
const ALL_ON = /^[ \t]*set[ \t]+(?:-\w*a\w*|-o[ \t]+allexport)\b/
const ALL_OFF = /^[ \t]*set[ \t]+(?:\+\w*a\w*|\+o[ \t]+allexport)\b/

/** Reads one command of a script after the other: assignments alone become exports where the script exports their names. */
export const exporting = (text: string): ((line: string, groups: readonly Group[]) => Group[]) => {
  const exported = new Set([...text.matchAll(EXPORTS)].flatMap(([, words = '']) => namesIn(words)))
  let isAll = false
  return (line, groups) => {
    if (ALL_ON.test(line)) isAll = true
    if (ALL_OFF.test(line)) isAll = false
    return groups.map((group) =>
      group.holder !== '' || group.settings.length === 0
        ? group
        : isAll || group.settings.every(({ name }) => exported.has(name))
          ? { ...group, holder: 'export' }
          : unexported(group),
    )
  }
}

const OF_LIBPQ = /^PGSSL(?:MODE|ROOTCERT)$/
const isOfLibpq = ({ name }: Setting) => OF_LIBPQ.test(name)

const isAddress = ({ value }: Literal) => value.includes('=') || value.includes('://')

/** A client of libpq's without a setting of its own, and without an address that may have one. */
const isAlone = ({ holder, settings, positional }: Group): boolean =>
  LIBPQ.test(holder) &&
  !settings.some((setting) => isOfLibpq(setting) || isAddress(setting.literal)) &&
  !positional.some(isAddress)

/** What libpq takes where nothing is set: beside a command that has variables of its own, the next one has none. */
const withDefault = (group: Group): Group => {
  const { start } = group.range
  const entry = { start, end: start }
  const literal = { value: 'prefer', range: entry, encode: () => undefined }
  return { ...group, settings: [...group.settings, { name: 'PGSSLMODE', literal, nameRange: undefined, entry }] }
}

/**
 * What is set once more, or for one command, with what is set before it and stays: libpq reads both. What is said of the
 * earlier ones stays theirs: they aren't written anew.
 */
export const inherited = (groups: readonly Group[]): Group[] => {
  const isOnce = groups.some((group) => !isVariables(group) && group.settings.some(isOfLibpq))
  const known = new Map<string, Setting>()
  let note: string | undefined
  return groups.map((group) => {
    if (isOnce && known.size === 0 && isAlone(group)) return withDefault(group)
    if (!group.settings.some(isOfLibpq) || group.holder === 'handed on') return group
    const own = new Set(group.settings.map(({ name }) => name))
    const before = [...known.values()].filter(({ name }) => !own.has(name))
    if (group.holder === 'export') {
      for (const setting of group.settings) if (isOfLibpq(setting)) known.set(setting.name, setting)
      note = note ?? group.note
    } else if (isVariables(group)) return group
    return before.length === 0
      ? group
      : {
          ...group,
          settings: [
            ...before.map((setting) => ({ ...setting, literal: { ...setting.literal, encode: () => undefined } })),
            ...group.settings,
          ],
          note: group.note ?? note,
        }
  })
}

/** Variables that are set one after the other are one client's. */
export const mergeVariables = (groups: readonly Group[]): Group[] => {
  const runs: Group[][] = []
  for (const group of groups) {
    const last = runs.at(-1)
    if (last?.[0]?.holder === 'export' && group.holder === 'export') last.push(group)
    else runs.push([group])
  }
  return runs.flatMap((run) =>
    run.slice(0, 1).map((first) => ({
      ...first,
      settings: run.flatMap(({ settings }) => settings),
      range: { start: first.range.start, end: run.at(-1)?.range.end ?? first.range.end },
      note: run.find(({ note }) => note !== undefined)?.note,
    })),
  )
}
