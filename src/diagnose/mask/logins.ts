/** Passwords that stand before a host: in URIs of any kind, and in `user:password@…` without a scheme. */
import { groupRanges, type Range } from '../../lib/ranges.ts'

/** Longer passwords are cut by nobody; a longer search would only make big logs slow. */
const LONGEST = 600

/** `scheme://`; what stands behind it decides. */
const SCHEME = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,40}:\/\//gi

/** A port and a path, or nothing more: no login. */
const ONLY_PORT = /^\d{1,5}(?=$|[\s/?#,"'`<>)\]};.\\])/

/** How far a URI goes at most: to white space or a closing quote. */
const tokenEnd = (text: string, from: number): number => {
  const rest = text.slice(from, from + LONGEST)
  const length = /^(?:[^\s"'`<>]|["'`](?=[^\s,;)\]}"'`+]))*/.exec(rest)?.[0].length ?? 0
  return from + length
}

/** A name without a password is no secret; a token in its place is. */
const PLAIN_USER = /^[a-z][a-z0-9_.-]{0,30}$/i
const TOKEN_SCHEME = /^(?:https?|git|redis|rediss|valkeys?|amqps?):/i

/** The login of one URI, from behind its `//`. */
const inUri = (text: string, scheme: string, from: number): Range[] => {
  const end = tokenEnd(text, from)
  // The last `@` that could end a login: one of the query hides more than it must, one of the password nothing.
  const at = text.lastIndexOf('@', end - 1)
  if (at >= from) {
    const colon = text.indexOf(':', from)
    if (colon !== -1 && colon < at) return [{ start: colon + 1, end: at }]
    const user = text.slice(from, at)
    return PLAIN_USER.test(user) && !TOKEN_SCHEME.test(scheme) ? [] : [{ start: from, end: at }]
  }
  // No `@` in the token: torn by a space, a quote or a line's end, or no login at all.
  const head = /^[^\s:/?#@"'`[\]{}]{0,200}:/.exec(text.slice(from, from + LONGEST))?.[0]
  if (head === undefined) return []
  const start = from + head.length
  const rest = text.slice(start, start + LONGEST)
  if (ONLY_PORT.test(rest) || rest === '') return []
  const torn = /^[^@\n]{0,200}(?:\n[^@\n]{0,200}){0,2}@/.exec(rest)?.[0]
  if (torn !== undefined) return [{ start, end: start + torn.length - 1 }]
  return [{ start, end: Math.max(end, start) }]
}

/** `user:password@tcp(…)`, `user:password@host`, or cut off there: a login without a scheme. */
const BARE =
  /(?<![\w.%+:/@-])[\w.%+-]{0,64}:(?!\/\/)([^\s@]{1,300}(?:@[^\s@]{1,100}){0,2})@(?=[\w[({$%."'`]|[ \t]*$)/dgm

/** `host:5432:database:user:password`, a line of .pgpass. */
const PGPASS = /^[^\s:#"'=]{1,255}:(?:\d{1,5}|\*):[^\s:]{1,63}:[^\s:]{1,63}:([^\n]+)$/dgm
/** The same line as a command writes it. No address of IPv6: its fields are no names. */
const WRITTEN =
  /(?<![^\s"'])[^\s:#"'=]{1,255}:(?:\d{1,5}|\*):(?!\d+:)[^\s:]{1,63}:(?=[a-z_*])[^\s:]{1,63}:([^\s"']{2,500})/dgi

/** The signature of a signed link, and the last part of a web hook's address. */
const SIGNED =
  /[?&](?:sig|x-(?:amz|goog)-(?:signature|credential)|signature)=([^&\s"'<>]{1,2000})|\/services\/T\w{1,40}\/B\w{1,40}\/([^\s"'<>/?]{1,200})/dgi
/** `"user" "password"`, a line of PgBouncer's userlist.txt. */
const USERLIST = /^"[^"\n]{1,63}"[ \t]{1,9}"([^"\n]{1,500})"[ \t]*$/dgm

/** A URI with blanks among its signs, as text recognition has it. */
const SPACED_OUT =
  /\b[a-z][a-z0-9+]{2,20} ?: ?\/ ?\/ ?(?=[^@\n]{0,200} )[\w.-]{1,63} ?: ?(?!\d{1,5}[ /])(\S{1,200}) ?@/dgi

/** Where passwords of logins stand. */
export const loginRanges = (text: string): Range[] => [
  ...[...text.matchAll(SCHEME)].flatMap((match) => inUri(text, match[0], match.index + match[0].length)),
  ...groupRanges(text, BARE),
  ...groupRanges(text, PGPASS),
  ...groupRanges(text, SIGNED),
  ...groupRanges(text, SPACED_OUT),
  ...groupRanges(text, USERLIST),
  ...groupRanges(text, WRITTEN),
]
