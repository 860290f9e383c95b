/** Secrets that stand behind a name which says so, in whatever form the name is given its value. */
import { groupRanges, mergeRanges, type Range } from '../../lib/ranges.ts'

/** `REDISCLI_AUTH=…`; the same name may hold a word that says how one logs in. */
const AUTH =
  '(?<=_)auth(?==(?!["\']?(?:true|false|yes|no|on|off|none|required|requested|optional|basic|scram|trust|cert|\\d{1,5})\\b))'
/** `auth = "glsa_…"`, `auth: 'user:password'`: a text of its own, and none of the words by which one logs in. */
const LOGIN =
  '(?<![\\w.-])auth(?=[ \\t]*[=:][ \\t]*["\'](?!(?:required?|scram|md5|password|plain|sasl|basic|bearer|digest|ldap|kerberos|oauth|cert|trust|token|https?:))[^"\'\\s]{8,}["\'])'
/** `SharedAccessKeyName`, `secretName`: what a secret is called is none. */
const NO_NAME = '(?!_?name\\b)'
const WORDS = `pass(?:word|wd|phrase|code)?|pwd|(?<![a-z\\d])pw(?![a-z\\d])|secret${NO_NAME}|token|(?:api|access|account|private|shared|license)[_.-]?key${NO_NAME}|${LOGIN}|(?:cloud|rediscli|valkeycli)_auth|${AUTH}|credential|kennwort|contrase|(?<![a-z])(?:mdp|pin|clave|senha)(?![a-z])|wachtwoord|user[_.-]?info|requirepass|masterauth|jaas`
/** A name with such a word in it: `ssl.keystore.password`, `DB_PASSWORD`, `secretKeyBase`. */
export const SECRET_NAME = `[\\w.$-]{0,60}(?:${WORDS})[\\w.\\]\\[-]{0,40}`
export const IS_SECRET = new RegExp(SECRET_NAME, 'i')
/** The same from its word on, where nothing is asked of what stands before: no search from each letter of each name. */
export const SECRET_WORD = `(?:${WORDS})[\\w.\\]\\[-]{0,40}`

/** The inside of a quoted value, and of those that are joined to it. */
export const QUOTED = `"((?:\\\\[\\s\\S]|""|[^"\\\\]){0,4000})"?|'((?:\\\\[\\s\\S]|''|[^'\\\\]){0,4000})'?|\`((?:\\\\[\\s\\S]|[^\`\\\\]){0,4000})\`?`
const JOINED = `(?:[ \\t]*(?:[+.&]|->|\\\\)?[ \\t]*\\n?[ \\t]*(?:${QUOTED}))?(?:[ \\t]*(?:[+.&]|\\\\)?[ \\t]*\\n?[ \\t]*(?:${QUOTED}))?`
/** The next setting's name: `sslmode=`, `SSL Mode=`. */
const NEXT = `[ \\t]*(?:[a-z_.-]{2,40}|(?:ssl|user|root|trust|certificate|client|persist|initial|data|server|max|min|command|default)[a-z]* [a-z]+(?: [a-z]+)?)[ \\t]*=`
/** A value without quotes; a quote, `;` or `&` inside it does not end it, unless the next setting follows. */
const BARE = `((?:[^\\s"'\`&;<]|[;&](?!${NEXT}|\\s|$)|["'\`](?=[^\\s,;)}\\]"'\`])){1,4000})`
/** What leads the eye from a name to its value, as logs and forms draw it: dots, dashes or a rule. */
const LEADER = '(?:\\.{4,}|(?:\\.[ \\t]{1,4}){3,60}\\.?|-{4,}|_{4,})[ \\t]*[=:]?'
/** What stands between a name and its value. */
const EQUALS = `(?:\\\\{1,4}"|["'\`]|\\*{1,2})?\\]?[ \\t]*(?:${LEADER}|=>(?:[ \\t]*\\n(?=[ \\t]*["'\`]))?|->\\s{0,80}(?=["'\`])|to\\s{1,80}(?=["'\`])|,[ \\t]*\\n[ \\t]*(?=["'\`](?![\\w.-]{1,60}["'\`][ \\t]*:))|:=|\\?=|==?|:|,(?:[ \\t]*default[ \\t]*=)?(?=[ \\t]*(?:\\\\{1,4})?["'\`]))[ \\t]*`
/** A value in quotes that are escaped, because a string stands around it. */
const ESCAPED = `\\\\{1,4}["']((?:(?!\\\\{1,4}["'])[\\s\\S]){0,500})`

/** "(using password: YES)" of MySQL tells whether one was sent. */
const WHETHER = '(?!(?<=\\(using )password: (?:YES|NO)\\))'
const ASSIGNED = new RegExp(`${WHETHER}${SECRET_WORD}${EQUALS}`, 'gi')
const VALUE = new RegExp(`(?:${ESCAPED}|\\w{0,2}(?:${QUOTED})([^\\s,;)}\\]&<"'\`]*)${JOINED}|${BARE})`, 'dyi')

/** Each name is looked behind for its value, also one inside another's value: quotes may be unbalanced. */
const assignedRanges = (text: string): Range[] =>
  [...text.matchAll(ASSIGNED)].flatMap((match) => {
    VALUE.lastIndex = match.index + match[0].length
    const indices = VALUE.exec(text)?.indices ?? []
    return indices.slice(1).flatMap((pair) => (pair ? [{ start: pair[0], end: pair[1] }] : []))
  })

/** A whole line of settings: its value goes to the end, over continuations too. */
const LINE = new RegExp(
  `^[ \\t>+#-]*(?:export[ \\t]+|set[ \\t]+|\\$env:)?["']?(?:${SECRET_NAME})["']?[ \\t]*(?:=|:[ \\t]|[ \\t](?==))[ \\t]*((?:[^\\n\\\\]|\\\\[^\\n]|\\\\\\n)+)`,
  'gim',
)
/** A name with dots begins a line of properties: all of the line is its value. */
const PROPERTY = /^[ \t]*\w[\w-]*(?:\.[\w-]+)+[ \t]*[=:]/
/** Another setting in the same line: then the line isn't one value. */
const ANOTHER =
  /[\s;,&]["']?[a-z_.-]{2,40}["']?\s*[=:]\s*\S|\s-{1,2}[a-z]|\s(?:psql|mysql|curl|redis-cli|kcat|docker|node|python3?|java|pg_dump)\s/i

/** `HTTP_Passwd secret`, `requirepass secret`, `ENV DB_PASSWORD secret`: nothing else stands in the line. nginx passes requests on. */
const DIRECTIVE = new RegExp(
  `^[ \\t]*(?:(?:[#;]|//)[ \\t]*)?(?!(?:proxy|grpc|fastcgi|uwsgi|scgi|memcached)_pass[ \\t])(?:(?:ENV|ARG)[ \\t]+)?(?:${SECRET_NAME})[ \\t]+(?![=:]|=>)(\\S+);?[ \\t]*$|^[ \\t]*ENV[ \\t]+(?:${SECRET_NAME})[ \\t]+(?![=:])([^\\n]+)|^[ \\t]*user[ \\t]+\\S{1,100}[ \\t]+(?:insecure-)?password[ \\t]+([^\\n]+)`,
  'dgim',
)

/** `<password>…</password>`, `name="password" value="…"`, `name: PASSWORD` with `value:` below. */
const XML_ELEMENT = new RegExp(
  `<(?:[\\w:-]{1,20}:)?(?:${SECRET_NAME})(?:\\s[^>]{0,200})?>(?:<!\\[CDATA\\[)?([^<]*)`,
  'dgi',
)
const XML_VALUE = new RegExp(
  `["'](?:[\\w.-]{1,60}[:/]){0,5}(?:${SECRET_NAME})\\\\{0,4}["'][^<>]{0,100}?\\bvalue[ \\t]*=[ \\t]*\\\\{0,4}(?:"([^"]*)"|'([^']*)')`,
  'dgi',
)
/** `<entry key="password">…</entry>`, `<name>password</name><value>…</value>`. */
const XML_KEYED = new RegExp(
  `<[^<>]{0,200}["'=](?:${SECRET_NAME})(?:\\\\{0,4}["'])?[^<>]{0,200}>(?:\\s{0,80}<value>)?(?:<!\\[CDATA\\[)?([^<]*)`,
  'dgi',
)
const XML_PAIR = new RegExp(
  `>[ \\t]*(?:${SECRET_NAME})[ \\t]*</[^<>]{1,60}>\\s{0,80}<[^<>]{1,100}>(?:<!\\[CDATA\\[)?([^<]*)`,
  'dgi',
)
const NAMED_VALUE = new RegExp(
  `name["']?[ \\t]*[:=][ \\t]*["']?(?:${SECRET_NAME})["']?[ \\t]*,?[ \\t]*\\n?[ \\t-]*["']?value["']?[ \\t]*[:=][ \\t]*(?:(?:${QUOTED})|([^\\n]+))`,
  'dgi',
)
/** `password: string = "…"` of TypeScript, Scala, Swift and Rust. */
const TYPED = new RegExp(
  `(?:${SECRET_WORD})[?!]?(?:[ \\t]{0,9}:|(?=[ \\t]))[ \\t]{0,9}[&\\w][\\w.<>'?|& \\t[\\]]{0,60}?[ \\t]{0,9}=[ \\t]{0,9}(?:${QUOTED})`,
  'dgi',
)
/** `["password"]=> string(6) "…"`, as PHP dumps it. */
const DUMPED = new RegExp(
  `["'](?:${SECRET_NAME})["'][^\\]\\n]{0,80}\\][ \\t]{0,9}=>\\s{0,80}string\\(\\d{1,9}\\)[ \\t]{1,9}"([^\\n]{0,4000})"`,
  'dgi',
)
/** The value alone in the next line, further in. */
const BELOW = new RegExp(
  `^([ \\t]*)["']?(?:${SECRET_NAME})["']?[ \\t]*[=:][ \\t]*\\n(?=\\1[ \\t])[ \\t]+(\\S+)[ \\t]*$`,
  'dgim',
)
/** `$password = <<<EOT` of PHP, `<<~EOS` of Ruby, `<<EOF` of Terraform. */
const HERE = new RegExp(
  `(?:${SECRET_WORD})[ \\t]*(?:=>?|:)[ \\t]*<<<?[-~]?[ \\t]*["']?\\w{1,30}["']?[^\\n]{0,40}\\n([\\s\\S]{1,2000}?)\\n[ \\t]*[A-Z_]{2,30}\\b`,
  'dgi',
)
/** `.password("…")`, `setPassword("…")`. */
const CALL = new RegExp(`(?:${SECRET_WORD})\\([ \\t]*\\n?[^"'\`\\n)]{0,80}(?:${QUOTED})`, 'dgi')
/** `password = process.env.PW ?? "…"`, `… .orElse("…")`: what stands in where nothing is given. */
const FALLBACK = new RegExp(
  `(?:${SECRET_WORD})[^\\n"'\`]{0,20}[=:(][^\\n]{0,200}?(?:\\n[ \\t]{1,40})?(?:\\?\\?|\\|\\||//|\\?:|\\bor\\b(?:[ \\t]\\([^\\n]{0,80}?\\))?|(?:orElse|OrDefault|getOrElse|unwrap_or|else_get|fetch)\\w{0,20}\\(|\\bunset[ \\t]{0,9}=)(?:[ \\t]{0,9}\\n)?[ \\t]{0,40}(?:\\|\\w{0,9}\\|[ \\t]{0,9}|\\(\\)[ \\t]{0,9}[-=]>[ \\t]{0,9})?(?:${QUOTED})`,
  'dgi',
)
/** `getPassword() { return "…" }`, `fun password() = "…"`, `password = () => "…"`. */
const RETURNED = new RegExp(
  `(?:${SECRET_WORD})(?:[ \\t]{0,9}[=:][ \\t]{0,9}(?:async[ \\t]{1,9})?)?\\([^()\\n]{0,80}\\)(?:[^"'\`;]|'(?=static\\b)){0,60}?(?:\\breturn\\s|=>?|\\{)\\s{0,9}(?:${QUOTED})`,
  'dgi',
)
/** `PASSWORD 'x'`, `IDENTIFIED BY 'x'` of SQL; `password "x"`. */
const SPACED = new RegExp(
  `(?:(?:${SECRET_WORD})|identified\\s{1,80}(?:(?:with|via)\\s{1,80}\\S{1,100}\\s{1,80})?(?:by|as|using))\\s{1,80}(?:${QUOTED})`,
  'dgi',
)

const lineRanges = (text: string): Range[] =>
  [...text.matchAll(LINE)].flatMap(({ 0: line, 1: value = '', index }) => {
    const start = index + line.length - value.length
    return PROPERTY.test(line) || !ANOTHER.test(value) ? [{ start, end: start + value.length }] : []
  })

/** What every pattern here needs. */
const ANY = new RegExp(`${WORDS}|identified`, 'i')

/** Where values of secret names stand. */
export const namedRanges = (text: string): Range[] => {
  if (!ANY.test(text)) return []
  return mergeRanges([
    ...assignedRanges(text),
    ...[
      XML_ELEMENT,
      XML_VALUE,
      XML_KEYED,
      XML_PAIR,
      NAMED_VALUE,
      SPACED,
      TYPED,
      HERE,
      DUMPED,
      DIRECTIVE,
      BELOW,
      CALL,
      FALLBACK,
      RETURNED,
    ].flatMap((pattern) => groupRanges(text, pattern)),
    ...lineRanges(text),
  ])
}
