/** One command: the variables before it, its program, options and arguments. */
import { lookup } from '../../../lib/lookup.ts'
import type { Range } from '../../../lib/ranges.ts'
import type { Group, Literal, Setting } from '../document.ts'
import { assignment, tail, wordsOf, type Word } from './command-words.ts'
import { doubtOfOnce, hasUnseen, launchOf, UNSEEN_ARGUMENTS } from './launch.ts'
import { CARRIERS, handedOn } from './passed-variables.ts'
import { PROMPT_SOURCE } from './shell-blocks.ts'
import { isIdle } from './unset-variables.ts'
import { TORN } from './windows-variables.ts'

/** `$answer = Invoke-WebRequest …` of PowerShell. */
export const RESULT = String.raw`(?:\$\w+[ \t]*=[ \t]*(?=Invoke-))?`

/** A prompt, and what a command's answer is given to. */
export const PROMPT = new RegExp(`^[ \\t]*${PROMPT_SOURCE}${RESULT}`)

const isOption = (value: string) => /^--?[A-Za-z]/.test(value)

/** `--consumer-property security.protocol=SSL` */
const DOTTED = /^[a-z][\w-]*(?:\.[\w-]+)+=/

/** Clients whose TLS settings are options. */
const BY_OPTIONS = /^(?:mysql|mariadb)(?!sh)|^(?:redis|valkey)-cli$|^k(?:afka)?cat$|^(?:curl|wget|https?)$/
/** Options whose next word is their value, whatever it looks like. */
const VALUED: Readonly<Record<string, RegExp>> = {
  curl: /^-[a-zA-Z#0-46]*[AbcCdDeEFhHKmoPQrtTuUwxXyYz]$|^--(?:data(?:-\w+)*|json|header|user(?:-agent)?|request|output|form(?:-string)?|cookie(?:-jar)?|referer|proxy(?:-\w+)*|write-out|upload-file|url|config|cacert|capath|cert|key|pass|resolve|connect-to|max-time|connect-timeout|retry|interface)$/,
}
/** Builtins that set variables: with `-x`, for what the shell starts too. */
const DECLARES = /^(?:declare|typeset|readonly|local)$/
const ASSIGNED = 'assign'
const isVariable = ({ name }: Setting) => /^[A-Z_][A-Z0-9_]*$/.test(name)

const isOfVariables = (holder: string) => holder === 'export' || holder === ASSIGNED

/** A setting whose value begins so many characters behind the word's own beginning. */
const settingIn = (word: Word, name: string, length: number, entry: Range = word.literal.range): Setting => ({
  name,
  literal: tail(word, length),
  nameRange: undefined,
  entry,
})

/**
 * A word of a command whose program isn't reached yet: a variable goes into `settings`.
 * @param isBefore the program stands further behind
 * @returns the program, `export` or `assign`; '' if it isn't reached
 */
const readHead = (words: readonly Word[], word: Word, isBefore: boolean, settings: Setting[]): string => {
  const { value } = word.literal
  if (DECLARES.test(value)) {
    const isExported = words.slice(words.indexOf(word) + 1).some(({ raw }) => /^-\w*x/.test(raw))
    return isExported ? 'export' : ASSIGNED
  }
  if (/^(?:[$%>#]|PS|export|set)$/.test(value)) return value === 'export' || value === 'set' ? 'export' : ''
  const variable = /^(?:\$env:)?([A-Za-z_]\w*)=/.exec(value)
  if (variable) settings.push(settingIn(word, variable[1] ?? '', variable[0].length))
  return variable || isBefore ? '' : value.replace(/^.*[/\\]/, '').replace(/\.(?:exe|bat)$/, '')
}

/** What the words behind a program are read into. */
interface Arguments {
  readonly holder: string
  readonly settings: Setting[]
  readonly positional: Literal[]
  /** Where an assignment stands, if it doesn't stand alone: in its whole line. */
  readonly from: number | undefined
}

/** An option that takes the next word, unless that is an option itself. @returns whether it took it */
const readOption = (word: Word, next: Word | undefined, { holder, settings, positional }: Arguments): boolean => {
  const { value, range } = word.literal
  const takes =
    next && (lookup(VALUED, holder)?.test(value) === true || !isOption(next.literal.value)) ? next : undefined
  const literal = takes?.literal ?? { value: '', range: { start: range.end, end: range.end }, encode: () => undefined }
  settings.push({ name: value, literal, nameRange: range, entry: { start: range.start, end: literal.range.end } })
  // What stands behind a switch may as well be an argument.
  if (takes) positional.push(takes.literal)
  return takes !== undefined
}

/** A word behind a program. @returns whether the next one was read with it */
const readArgument = (word: Word, next: Word | undefined, into: Arguments): boolean => {
  const { holder, settings, positional, from } = into
  const { value, range } = word.literal
  if (isOfVariables(holder) && /^[-+]/.test(value)) return false
  if (next && (value === '-X' || (isOption(value) && DOTTED.test(next.literal.value)))) {
    const name = /^([\w.-]+)=/.exec(next.literal.value)
    const entry = { start: range.start, end: next.literal.range.end }
    if (name) settings.push(settingIn(next, name[1] ?? '', name[0].length, entry))
    return true
  }
  const attached = /^-X([\w.-]+)=/.exec(value)
  const assigned = /^(?:-{1,2}|)([A-Za-z_][\w.-]*)=/.exec(value)
  if (attached) settings.push(settingIn(word, attached[1] ?? '', attached[0].length))
  else if (isOfVariables(holder) && assigned)
    settings.push(assignment(word, assigned[1] ?? '', from === undefined ? range : { start: from, end: range.end }))
  else if (value.startsWith('-') && assigned)
    settings.push(settingIn(word, `--${assigned[1] ?? ''}`, assigned[0].length))
  else if (isOption(value)) return readOption(word, next, into)
  else positional.push(word.literal)
  return false
}

/** A group apart from what it hands on to what it starts. */
const withoutCarried = (own: Group, carried: readonly Group[]): Group => {
  const isCarried = ({ range: place }: Literal) =>
    carried.some((group) => group.settings.some(({ entry }) => entry.start <= place.start && place.end <= entry.end))
  return {
    ...own,
    settings: own.settings.filter(({ literal }) => !isCarried(literal)),
    positional: own.positional.filter((one) => !isCarried(one)),
  }
}

/**
 * The groups of a command: its own, and what it hands on to what it starts.
 * @param offset where the line begins in the text
 */
export const readCommand = (line: string, offset: number): Group[] => {
  const prompt = PROMPT.exec(line)?.[0].length ?? 0
  const words = wordsOf(line.slice(prompt), offset + prompt)
  const { at: program } = launchOf(words)
  const settings: Setting[] = []
  const positional: Literal[] = []
  const first = words[0]?.literal.range.start ?? offset
  // With one in the line, the next one gets a line too, with its `export`.
  const isAlone = words.filter(({ raw }) => /^[A-Za-z_]\w*=/.test(raw)).length === 1
  let holder = ''
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) break
    if (holder === '') holder = readHead(words, word, index < program, settings)
    else if (readArgument(word, words[index + 1], { holder, settings, positional, from: isAlone ? first : undefined }))
      index++
  }
  if (settings.length + positional.length === 0) return []
  const isOnce = !isOfVariables(holder) && holder !== '' && settings.some(isVariable)
  const isUnused = isOnce && isIdle(line.slice((words[program]?.literal.range.start ?? offset) - offset))
  const own: Group = {
    holder: holder === ASSIGNED ? '' : holder,
    settings: isUnused ? settings.filter((one) => !isVariable(one)) : settings,
    positional,
    separator: holder === 'export' && isAlone ? 'line' : 'space',
    range: { start: offset, end: offset + line.trimEnd().length },
    note: words.some(({ torn }) => torn)
      ? TORN
      : isOnce
        ? doubtOfOnce(words)
        : BY_OPTIONS.test(holder) && hasUnseen(words, program)
          ? UNSEEN_ARGUMENTS
          : undefined,
  }
  if (!CARRIERS.test(holder)) return [own]
  const carried = handedOn(words.slice(program + 1), holder)
  return [withoutCarried({ ...own, settings }, carried), ...carried]
}
