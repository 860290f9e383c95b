/** Prose, logs and messages: nothing in them is a setting, but for a connection string that stands alone. */
import type { Group, Literal, ParsedDocument } from './document.ts'
import { asIs, isBroken, urisIn } from './uris.ts'

/** One keyword of libpq or of .NET with its value, and what separates it from the next. */
const KEYWORD = /[A-Za-z][\w ]{1,40}=[ \t]*(?:"[^"]*"|'[^']*'|[^\s;'"(]*)[ \t;]*/y
const MAX_KEYWORDS = 60
/** `DATABASE_URL=Host=h;…`: the name that is given the keywords is none of them. */
const ASSIGNED_KEYWORDS =
  /^[ \t]*(?:(?:export|set|env)[ \t]|(?:[A-Z][A-Z0-9_]{2,40}|\w{1,40}(?==[^;]*;))=[A-Za-z]\w{1,40}(?: \w{1,40})?=)/

/** Keywords and nothing else. One after the other, so that no text makes it try again what it has read. */
export const isKeywords = (text: string): boolean => {
  if (ASSIGNED_KEYWORDS.test(text)) return false
  KEYWORD.lastIndex = 0
  let count = 0
  while (KEYWORD.lastIndex < text.length && count <= MAX_KEYWORDS) {
    if (!KEYWORD.test(text)) return false
    count++
  }
  return count >= 2 && count <= MAX_KEYWORDS
}

/** A connection string and nothing else. */
export const IS_BARE =
  /^\s*(?:(?:[a-z][a-z0-9+.-]{1,20}:){1,3}\/\/\S+|[\w.%+-]{1,64}:\S{1,300}@(?:tcp|unix)?\(\S*|(?:pgsql|mysql):\w+=\S*|(?:[\w.-]{1,60}=[^&\s:?]*&)+[\w.-]{1,60}=[^&\s:?]*)\s*$/i

/** A value that was copied with the quotes around it, without them; quotes that open or end inside it stay. */
export const unquoted = (text: string): string => {
  const whole = text.trim()
  return /^(["'`])((?:(?!\1)[^\n])*)\1[,;]?$/.exec(whole)?.[2] ?? whole.replace(/[,;]$/, '')
}

/** A program of PostgreSQL's before its address, in a line that is no command: of a Makefile, a crontab, a message. */
const STARTED =
  /(?:^|[\s;|&"'`(@])(psql|pg_dump|pg_restore|pg_isready|pgbench)(?:\.exe)?[ \t]+(?:[^\n;|&]*[ \t])?(?:--?\w+[= ])?["']?$/

const BROKEN_NOTE =
  'The address goes on in the next line: write it in one line here. If your file breaks it too, the client reads only its first part.'

const startedBy = (text: string, literal: Literal): Group | undefined => {
  const { start } = literal.range
  const holder = STARTED.exec(text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 500), start))?.[1]
  const note = isBroken(text, literal) ? BROKEN_NOTE : undefined
  return holder === undefined && note === undefined
    ? undefined
    : { holder: holder ?? '', settings: [], positional: [literal], separator: 'space', range: literal.range, note }
}

/** Prose, a log, a message: nothing in it is a setting; a URI is a URI. */
export const readProse = (text: string): ParsedDocument => {
  const whole = unquoted(text)
  const found = isKeywords(whole) || IS_BARE.test(whole) ? [asIs(whole, text.indexOf(whole))] : urisIn(text)
  const literals = found.map((literal) => ({ literal, name: '', group: startedBy(text, literal) }))
  return {
    container: 'text',
    language: '',
    groups: literals.flatMap(({ group }) => group ?? []),
    literals,
    words: '',
    errors: 0,
  }
}
