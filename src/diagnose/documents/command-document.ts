/** Command lines: of sh and its kin, cmd and PowerShell, with their quotes and continuations. */
import type { Group, Literal, ParsedDocument, Setting } from './document.ts'
import { logicalLines } from './lines-document.ts'

const PROGRAMS =
  'psql|pg_dump|pg_restore|pg_isready|pgbench|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|redis-cli|valkey-cli|curl|wget|kcat|kafkacat|openssl|keytool|kafka-[\\w-]+|kafka\\w*\\.sh|clickhouse-client|clickhouse|cqlsh|mongosh|http|grpcurl|docker|kubectl|node|python3?|java|npx|npm|heroku|export|env|set'

/** `$ psql …`, `PS C:\> psql …`, `NAME=value psql …`, `sudo -u x psql …`, `./bin/kafka-topics.sh …`. */
const START = new RegExp(
  `^[ \\t]*(?:[$%>#][ \\t]+|PS [^>\\n]*>[ \\t]*)?(?:sudo[ \\t]+(?:-\\S+[ \\t]+\\S+[ \\t]+)?)?(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\\S*)[ \\t]+)*(?:\\S*[/\\\\])?(?:${PROGRAMS})(?:\\.exe|\\.bat)?[ \\t]+\\S`,
)

const CONTINUED = /(?:\\|\^|`)[ \t]*\r?$/

/** Does the text begin with a command of a client? Comments before it don't count. */
export const looksLikeCommand = (text: string): boolean => {
  const first = text.split('\n').find((line) => line.trim() !== '' && !/^[ \t]*#/.test(line))
  return first !== undefined && START.test(first) && !/^\s*\w+\s*:\s/.test(first)
}

const SAFE = /^[\w./:=,@%+~-]+$/

/** A value where the shell takes it whole. */
const quoteFor = (value: string): string | undefined =>
  /[\n"'\\`$!]/.test(value) ? undefined : SAFE.test(value) ? value : `'${value}'`

interface Word {
  readonly literal: Literal
  /** Quotes around all of it. */
  readonly quoted: boolean
}

/** The words of one command; quotes and escapes as in sh, and `\?` of zsh. */
const wordsOf = (line: string, offset: number): Word[] => {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    const gap = /^(?:\s|[\\^`][ \t]*\r?\n)+/.exec(line.slice(at))?.[0].length ?? 0
    at += gap
    if (at >= line.length) break
    const start = at
    let value = ''
    let quote = ''
    for (; at < line.length; at++) {
      const char = line.charAt(at)
      if (quote !== '') {
        if (char === quote) quote = ''
        else if (char === '\\' && quote === '"' && /["\\$`\n]/.test(line.charAt(at + 1))) value += line.charAt(++at)
        else value += char
      } else if (char === '"' || char === "'") quote = char
      else if (char === '\\' && at + 1 < line.length) {
        const next = line.charAt(++at)
        // A path of Windows: the backslash is one.
        value += /[A-Za-z0-9]/.test(next) ? `\\${next}` : next === '\n' ? '' : next
      } else if (/\s/.test(char)) break
      else value += char
    }
    const raw = line.slice(start, at)
    const mark = /^(["'])[\s\S]*\1$/.exec(raw)?.[1]
    const encode = (next: string) =>
      mark === undefined
        ? quoteFor(next)
        : /["'\\`$!\n]/.test(next) && !(mark === '"' && !/["\\`$!\n]/.test(next))
          ? undefined
          : `${mark}${next}${mark}`
    words.push({
      literal: { value, range: { start: offset + start, end: offset + at }, encode },
      quoted: mark !== undefined,
    })
    if (words.length > 500) break
  }
  return words
}

/** A part of a word behind `=`. */
const tail = ({ literal }: Word, from: number): Literal => ({
  value: literal.value.slice(from),
  range: literal.range,
  encode: (value) => literal.encode(literal.value.slice(0, from) + value),
})

const isOption = (value: string) => /^--?[A-Za-z]/.test(value)

const readCommand = (line: string, offset: number): Group | undefined => {
  const words = wordsOf(line, offset)
  const settings: Setting[] = []
  const positional: Literal[] = []
  let holder = ''
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) break
    const { value, range } = word.literal
    const next = words[index + 1]
    if (value === '|' || value === '&&' || value === ';' || value === '||') break
    if (holder === '') {
      const variable = /^(?:\$env:)?([A-Za-z_]\w*)=/.exec(value)
      if (/^(?:[$%>#]|sudo|PS|env|export|set)$/.test(value)) {
        if (value === 'export' || value === 'set' || value === 'env') holder = value === 'env' ? '' : 'export'
      } else if (variable)
        settings.push({
          name: variable[1] ?? '',
          literal: tail(word, variable[0].length),
          nameRange: undefined,
          entry: range,
        })
      else holder = value.replace(/^.*[/\\]/, '').replace(/\.(?:exe|bat)$/, '')
      continue
    }
    const assigned = /^(?:-{1,2}|)([A-Za-z_][\w.-]*)=/.exec(value)
    if (value === '-X' && next) {
      const name = /^([\w.-]+)=/.exec(next.literal.value)
      if (name)
        settings.push({
          name: name[1] ?? '',
          literal: tail(next, name[0].length),
          nameRange: undefined,
          entry: { start: range.start, end: next.literal.range.end },
        })
      index++
    } else if (value.startsWith('-X') && /^-X[\w.-]+=/.test(value)) {
      const name = /^-X([\w.-]+)=/.exec(value)
      settings.push({
        name: name?.[1] ?? '',
        literal: tail(word, name?.[0].length ?? 0),
        nameRange: undefined,
        entry: range,
      })
    } else if ((value.startsWith('-') || holder === 'export') && assigned)
      settings.push({
        name: `${value.startsWith('-') ? '--' : ''}${assigned[1] ?? ''}`,
        literal: tail(word, assigned[0].length),
        nameRange: undefined,
        entry: range,
      })
    else if (isOption(value)) {
      const takes = next && !isOption(next.literal.value) ? next : undefined
      const literal = takes?.literal ?? {
        value: '',
        range: { start: range.end, end: range.end },
        encode: () => undefined,
      }
      settings.push({ name: value, literal, nameRange: range, entry: { start: range.start, end: literal.range.end } })
      // What stands behind a switch may as well be an argument.
      if (takes) positional.push(takes.literal)
      if (takes) index++
    } else positional.push(word.literal)
  }
  const range = { start: offset, end: offset + line.trimEnd().length }
  return settings.length + positional.length === 0
    ? undefined
    : { holder, settings, positional, separator: 'space', range }
}

export const readCommands = (text: string): ParsedDocument => {
  const groups = logicalLines(text, CONTINUED).flatMap((line) =>
    line.text.trim() === '' || /^[ \t]*#/.test(line.text) ? [] : (readCommand(line.text, line.start) ?? []),
  )
  const literals = groups.flatMap((group) => [
    ...group.settings.map(({ name, literal }) => ({ literal, name, group })),
    ...group.positional.map((literal) => ({ literal, name: '', group })),
  ])
  return {
    container: 'command',
    language: 'sh',
    groups,
    literals,
    words: groups.map(({ holder }) => holder).join(' '),
    errors: 0,
  }
}
