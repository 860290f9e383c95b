/** Reads variables of shells with their own syntax: `set` of cmd, `setx`, PowerShell (with .NET), fish. */
import { notShown, type Group, type Literal } from '../document.ts'

/** What a shell does with an address that has no quotes. */
export const TORN =
  'A shell ends the command at an unquoted &: the rest isn’t passed on. Put quotes around the address.'

/** `set NAME=value` of cmd: everything to the line's end is the value. */
export const readSet = (line: string, offset: number): Group | undefined => {
  const [, before = '', name = '', value = ''] =
    /^([ \t]*(?:\S*>[ \t]*)?set[ \t]+"?)(\w+)=([^"\r\n]*)/i.exec(line) ?? []
  if (name === '') return undefined
  const start = offset + before.length
  const isQuoted = before.endsWith('"')
  const cut = isQuoted ? undefined : /^[^&|<>]*/.exec(value)?.[0]
  const isTorn = cut !== undefined && cut !== value
  const range = { start: start + name.length + 1, end: start + name.length + 1 + value.length }
  const special = isQuoted ? /[%"\n]/ : /[%&|<>^"\n]/
  const encode = (next: string) => (isTorn || special.test(next) ? undefined : next)
  const entry = { start: offset + (/^[ \t]*/.exec(before)?.[0].length ?? 0), end: range.end + (isQuoted ? 1 : 0) }
  return {
    holder: 'export',
    settings: [
      { name, literal: { value: cut ?? value, range, encode }, nameRange: { start, end: start + name.length }, entry },
    ],
    positional: [],
    separator: 'line',
    range: entry,
    note: isTorn && value.charAt(cut.length) === '&' ? TORN : undefined,
  }
}

/** `setx NAME value`, `setx /M NAME "value"` of Windows: for every program that is started afterwards. */
export const readSetx = (line: string, offset: number): Group | undefined => {
  const [, before = '', start = '', name = '', gap = '', raw = '', inner] =
    /^([ \t]*)((?:\S*>[ \t]*)?setx(?:\.exe)?[ \t]+(?:\/m[ \t]+)?)(\w+)([ \t]+)("([^"\r\n]*)"|[^\s"]+)[ \t]*(?:\/m)?[ \t]*\r?$/i.exec(
      line,
    ) ?? []
  if (name === '') return undefined
  const nameStart = offset + before.length + start.length
  const valueStart = nameStart + name.length + gap.length + (inner === undefined ? 0 : 1)
  const value = inner ?? raw
  const range = { start: valueStart, end: valueStart + value.length }
  const special = inner === undefined ? /[\s%&|<>^"]/ : /[%"\n]/
  const encode = (next: string) => (special.test(next) ? undefined : next)
  const entry = { start: offset + before.length, end: offset + line.trimEnd().length }
  const nameRange = { start: nameStart, end: nameStart + name.length }
  return {
    holder: 'export',
    settings: [{ name, literal: { value, range, encode }, nameRange, entry }],
    positional: [],
    separator: 'line',
    range: entry,
  }
}

const OTHERS =
  /^([ \t]*(?:PS [^>\n]*>[ \t]*)?(?:\$env:|set[ \t]+((?:-[\w-]+[ \t]+)+)))(\w+)([ \t]*=[ \t]*|[ \t]+)(\S[^\r\n]*)\r?$/i
/** Without it, fish keeps a variable to itself. */
const EXPORTED = /(?:^|\s)(?:-\w*x\w*|--export)\s/
/** A value that stands there, and nothing more but a comment. */
const WHOLE = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s"'$;()]+)(?=[ \t]+#|[ \t]*$)/

const valueIn = (raw: string, from: number): Literal => {
  const isQuoted = /^["']/.test(raw)
  const special = isQuoted ? /["'`$\n]/ : /[^\w./:=,@%+~-]/
  const value = isQuoted ? raw.slice(1, -1) : raw
  return {
    value,
    range: isQuoted ? { start: from + 1, end: from + raw.length - 1 } : { start: from, end: from + raw.length },
    encode: (next) => (special.test(next) || /["'`]/.test(value) ? undefined : next),
  }
}

/** `$env:NAME = "value"` of PowerShell, `set -x NAME value` of fish. */
export const readOthers = (line: string, offset: number): Group | undefined => {
  const [whole = '', before = '', options = '', name = '', gap = '', rest = ''] = OTHERS.exec(line) ?? []
  const isFish = options !== ''
  // PowerShell's has a sign between, fish's has none.
  if (name === '' || isFish === gap.includes('=') || (isFish && !EXPORTED.test(options))) return undefined
  const start = offset + before.length
  const from = start + name.length + gap.length
  const raw = WHOLE.exec(rest)?.[0]
  const entry = { start: offset + before.search(/\S/), end: offset + whole.trimEnd().length }
  return {
    holder: 'export',
    settings: [
      {
        name,
        literal: raw === undefined ? notShown([from, from + rest.trimEnd().length]) : valueIn(raw, from),
        nameRange: { start, end: start + name.length },
        entry,
      },
    ],
    positional: [],
    separator: 'line',
    range: entry,
  }
}

const SET_ENVIRONMENT =
  /^([ \t]*(?:PS [^>\n]*>[ \t]*)?\[(?:System\.)?Environment\]::SetEnvironmentVariable\([ \t]*["'])(\w+)(["'][ \t]*,[ \t]*)([^\r\n]*?)[ \t]*(?:,[ \t]*[^,"'\n]*(?:["']\w+["'])?[ \t]*)?\)[ \t;]*\r?$/i

/** `[Environment]::SetEnvironmentVariable('NAME', 'value', 'User')` of PowerShell. */
export const readEnvironment = (line: string, offset: number): Group | undefined => {
  const [whole = '', before = '', name = '', gap = '', raw = ''] = SET_ENVIRONMENT.exec(line) ?? []
  // An empty one takes the variable back.
  if (name === '' || /^(?:""|''|\$null)$/i.test(raw)) return undefined
  const start = offset + before.length
  const from = start + name.length + gap.length
  const isText = /^(?:"[^"`$\n]*"|'[^'\n]*')$/.test(raw)
  const entry = { start: offset + before.search(/\S/), end: offset + whole.trimEnd().length }
  return {
    holder: 'export',
    settings: [
      {
        name,
        literal: isText ? valueIn(raw, from) : notShown([from, from + raw.length]),
        nameRange: { start, end: start + name.length },
        entry,
      },
    ],
    positional: [],
    separator: 'line',
    range: entry,
  }
}
