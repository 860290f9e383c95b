/** Lines of settings: Java properties, .env files, INI and its like (my.cnf, pg_service.conf, TOML's simple lines). */
import { assignment, wordsOf } from '../shells/command-words.ts'
import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'
import { doubtOfOnce } from '../shells/launch.ts'
import { readStructure } from '../code/structure.ts'
import { groupsOf, type Section } from './sections.ts'
import { logicalLines, type LogicalLine } from '../logical-lines.ts'
import { isIdle } from '../shells/unset-variables.ts'
import { lex } from '../code/tokens.ts'

const LINE =
  /^([ \t]*(?:export[ \t]+|set[ \t]+|ENV[ \t]+|\$env:|-[ \t]+)?["']?)((?:%[\w,-]+\.)?[A-Za-z_][\w.-]*(?:->[\w.-]+|\[[^\]]*\])?)(["']?[ \t]*(?:=|:(?=[ \t]|$)|:(?=[^/\n]))[ \t]*)([\s\S]*)$/
/** A switch without a value, as my.cnf has them: `skip-ssl`. */
const BARE = /^[ \t]*((?:skip-|ssl|loose-)[\w-]*)[ \t]*\r?$/
const SECTION = /^[ \t]*\[+([^\]\n]+)\]+[ \t]*\r?$/
const COMMENT = /^[ \t]*(?:[#!;]|\/\/|--[ \t])/

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

const unescapeProperty = (raw: string): string =>
  raw
    .replace(/\\\r?\n[ \t]*/g, '')
    .replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/gi, (_, hex?: string, char: string = '') =>
      hex === undefined ? (ESCAPED[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
    )

const readLiteral = (raw: string, start: number): Literal => {
  // Behind a value in quotes a comment may stand.
  const value = /^(?:"[^"\\\n]*"|'[^'\n]*')(?=[ \t]+#)/.exec(raw)?.[0] ?? raw.trimEnd().replace(/,$/, '')
  const quote = /^(["'])[\s\S]*\1$/.exec(value)?.[1]
  const range = { start, end: start + value.length }
  if (quote !== undefined) {
    const body = value.slice(1, -1)
    const write = (next: string) => (/["'\\$`\n]/.test(next) ? undefined : `${quote}${next}${quote}`)
    return { value: body.replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\'), range, encode: write }
  }
  const simple = !/[\\\n]/.test(value)
  return {
    value: simple ? value : unescapeProperty(value),
    range,
    encode: (next) => (simple && !/[\\\n]|^\s|\s$| #/.test(next) ? next : undefined),
  }
}

/** How much of a text are lines of settings: all of it, or it is something else. */
export const looksLikeLines = (text: string): boolean => {
  const lines = logicalLines(text, /\\\r?$/)
  const meaning = lines.filter((line) => line.text.trim() !== '' && !COMMENT.test(line.text))
  const hasSections = meaning.some(({ text: line }) => SECTION.test(line))
  return (
    meaning.length > 0 &&
    meaning.every(
      ({ text: line }) => SECTION.test(line) || BARE.test(line) || isSetting(line.replace(/\r$/, ''), hasSections),
    )
  )
}

/** TOML's table in one line, or a list of plain values. */
const isTable = (value: string): boolean =>
  /^\{[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w.-]+)[ \t]*=.*\}[ \t]*(?:#.*)?$/.test(value) ||
  /^\[[^{(]*\][ \t]*(?:#.*)?$/.test(value)

/** @param hasSections of a file with sections, where names are written in any way */
const isSetting = (line: string, hasSections: boolean): boolean => {
  const [, , name = '', separator = '', value = ''] = LINE.exec(line) ?? []
  if (name === '') return false
  // Code gives a name a call, a new object, an address, a map.
  if (/^(?:=|&|await\b|new\b|[\w.]+\(|:\w+, *\{)/.test(value) || (/^[{[(].*["':]/.test(value) && !isTable(value)))
    return false
  // `host: value` in prose has words behind it; a name of settings has dots, dashes, underscores or capitals.
  const isTelling =
    (hasSections && separator.includes('=')) ||
    /[._-]|^[A-Z][A-Z0-9_]+$|^[a-z]{2,20}$/.test(name) ||
    (separator === '=' && /^[a-z]+(?:[A-Z][a-z]+)+$/.test(name) && /^[\w./:@%?&=$-]+$/.test(value)) ||
    (separator === '=' && /^[A-Z][A-Za-z]{2,30}$/.test(name) && !/[;)}]$/.test(value))
  if (/,[ \t]*$/.test(value) && !/^[ \t]*[\w.:-]+(?:,[\w.:-]+)*$/.test(value)) return false
  const isProse = !separator.includes('=') && !name.includes('.') && /\s\S+\s\S+\s/.test(value)
  return isTelling && !isProse && !/^[({[]$|[{([]\s*$/.test(value)
}

/** `NAME=value ./manage.py migrate`: what stands behind the value is a command that it is set for, once. A login module of JAAS is `required`. */
export const ONCE =
  /^[ \t]*[@-]?(?:[A-Z_][A-Z0-9_]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"';<{]+)[ \t]+)+(?=(?!required[ \t])(?:\.{0,2}\/[^\s=]+|[a-z][\w.+-]*)(?:[ \t]|\r?$))/

/** Only the assignments: what a command is for isn't known, and it stays as it is. */
const setOnce = ({ text, start }: LogicalLine): Group | undefined => {
  const head = ONCE.exec(text)?.[0].trimEnd()
  if (head === undefined) return undefined
  const command = text.slice(ONCE.exec(text)?.[0].length ?? 0)
  const settings = (isIdle(command) ? [] : wordsOf(head, start)).flatMap((word) => {
    const name = /^[@-]?([A-Z_][A-Z0-9_]*)=/.exec(word.raw)?.[1]
    return name !== undefined && word.raw.startsWith(name) ? [assignment(word, name, word.literal.range)] : []
  })
  return {
    holder: '',
    settings,
    positional: [],
    separator: 'space',
    range: { start, end: start + head.length },
    note: doubtOfOnce(wordsOf(text, start)),
  }
}

const PROFILE = /^%([\w,-]+)\./

/** What may make another connection of a profile's, or another check. */
const DECIDING = /ssl|tls|secur|verif|cert|trust|protocol|reject|host|server|broker|url/i

/** Quarkus' and SmallRye's profiles (`%dev.name=value`): each a group of its own, with what it takes from the settings for all. */
const byProfile = (group: Group): Group[] => {
  const profiles = new Set(group.settings.flatMap(({ name }) => PROFILE.exec(name)?.[1] ?? []))
  if (profiles.size === 0) return [group]
  const base = group.settings.filter(({ name }) => !PROFILE.test(name))
  return [
    ...(base.length > 0 ? [{ ...group, settings: base }] : []),
    ...[...profiles].map((profile) => {
      const own = group.settings
        .filter(({ name }) => name.startsWith(`%${profile}.`))
        .map((setting) => ({ ...setting, name: setting.name.slice(profile.length + 2) }))
      const names = new Set(own.map(({ name }) => name))
      const isOther = own.some(({ name, literal }) => DECIDING.test(name) || literal.value.includes('://'))
      const taken = (isOther ? base : [])
        .filter(({ name }) => !names.has(name))
        .map((setting) => ({ ...setting, isInherited: true }))
      const starts = own.map(({ entry }) => entry.start)
      const ends = own.map(({ entry }) => entry.end)
      return { ...group, settings: [...taken, ...own], range: { start: Math.min(...starts), end: Math.max(...ends) } }
    }),
  ]
}

export const readLines = (text: string): ParsedDocument => {
  const groups: Section[] = []
  let current = { holder: '', settings: [] as Setting[], start: 0, end: 0 }
  groups.push(current)
  const tables: Group[] = []
  let hasSections = false
  for (const line of logicalLines(text, /\\\r?$/)) {
    if (line.text.trim() === '' || COMMENT.test(line.text)) continue
    const section = SECTION.exec(line.text)?.[1]
    if (section !== undefined) {
      hasSections = true
      current = { holder: section.trim(), settings: [], start: line.end, end: line.end }
      groups.push(current)
      continue
    }
    const once = setOnce(line)
    if (once) {
      if (once.settings.length > 0) tables.push(once)
      continue
    }
    const bare = BARE.exec(line.text)?.[1]
    const [, before = '', name = bare ?? '', separator = '', raw = ''] = LINE.exec(line.text) ?? []
    if (name === '') continue
    const nameStart = line.start + (bare === undefined ? before.length : line.text.indexOf(bare))
    const valueStart = nameStart + name.length + separator.length
    if (raw.startsWith('{') && isTable(raw.trimEnd())) {
      const { tokens } = lex(raw, 'hash')
      const shifted = tokens.map((token) => ({
        ...token,
        start: token.start + valueStart,
        end: token.end + valueStart,
      }))
      tables.push(...readStructure(shifted, text).groups.map((group) => ({ ...group, holder: name })))
      continue
    }
    const read = readLiteral(raw, valueStart)
    // YAML needs a blank behind the colon.
    const isClose = separator.endsWith(':') && raw.trim() === ''
    const literal = isClose ? { ...read, encode: (next: string) => ` ${next}` } : read
    current.settings.push({
      name,
      literal,
      nameRange: { start: nameStart, end: nameStart + name.length },
      entry: { start: line.start, end: Math.max(literal.range.end, nameStart + name.length) },
    })
    current.end = line.end
  }
  const profiles = groupsOf(groups).flatMap((group) => byProfile(group))
  profiles.push(...tables)
  return {
    container: hasSections ? 'ini' : 'properties',
    language: '',
    groups: profiles,
    literals: profiles.flatMap((group) =>
      group.settings.flatMap(({ name, literal, isInherited }) =>
        isInherited === true ? [] : [{ literal, name, group }],
      ),
    ),
    words: profiles.map(({ holder }) => holder).join(' '),
    errors: 0,
  }
}
