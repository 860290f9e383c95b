/** Secrets that stand at a place: behind an option of a command, or among the arguments of a call. */
import { SECRET_NAME } from './named.ts'
import { groupRanges, type Range } from './ranges.ts'

const WORD = `(?:"((?:\\\\.|[^"\\\\])*)"|'([^']*)'|((?:\\\\.|[^\\s"'\\\\])+))`

const OPTIONS: readonly RegExp[] = [
  // mysql -psecret, sshpass -p secret; a long option or another letter is none.
  /(?<=\b(?:mysql|mysqldump|mysqladmin|mysqlsh|mariadb|sshpass|mongosh?|cqlsh|dsbulk|nodetool)\b[^\n]{0,1000}\s)-p[ \t]?(?!ort\b)([^\s-]\S*)/dg,
  /(?<=[\w'"] )-p(?![oO]rt\b|ublic|rint|lain)((?=\S*[^a-z\s])[^\s=-][^\s]*)/dg,
  // -p secret of any program: no port, no path, and no plain word.
  /\s-{1,2}(?:p|pw|P|W)[ \t]+["']?((?=\S*[A-Za-z])(?=\S*\d)(?!\S*[/\\])[^\s"']{6,})/dg,
  // redis-cli -a secret, curl -u user:secret, --pass, --password, --passwd, --token
  new RegExp(`\\s(?:-a|--pass|--auth|--user-?pass)[ \\t=]+${WORD}`, 'dg'),
  new RegExp(
    `\\s--?[\\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token|api-?key)[\\w-]{0,20}[ \\t=]+${WORD}`,
    'dgi',
  ),
  new RegExp(`\\s(?:-u|-U|--user|--proxy-user)[ \\t=]*["']?[^\\s:"']{0,100}:${WORD}`, 'dg'),
  // setx of Windows, setenv of csh, set -x of fish
  new RegExp(
    `\\b(?:setx(?:\\.exe)?(?:[ \\t]+/(?:m|[sup][ \\t]+(?:"[^"\\n]{0,200}"|\\S{1,200}))){0,5}|setenv|set(?:[ \\t]+-{1,2}[\\w-]{1,20}){1,3})[ \\t]+(?:${SECRET_NAME})[ \\t]+${WORD}`,
    'dgi',
  ),
  // the login of setx itself: /p behind /s and /u
  new RegExp(`\\bsetx(?:\\.exe)?\\b[^\\n]{0,300}?[ \\t]/p[ \\t]+${WORD}`, 'dgi'),
  /\bauthorization["']?(?:\s*[:=,]\s*["']?(?:\w+\s+)?|[ \t]+["']?(?:basic|bearer)\\?[ \t]+)([^\s"']+)/dgi,
  // A header that a proxy or a command sets.
  new RegExp(
    `(?:[_-]|^[ \\t]*)header[ \\t]+["']?[\\w-]{0,60}(?:key|token|auth|secret)[\\w-]{0,60}:?[ \\t]+${WORD}`,
    'dgim',
  ),
  // `user app on >secret` of Redis' access control
  /(?<=(?:^[ \t]*user|\bsetuser)[ \t]+\S{1,100}[ \t](?:[^\n]{0,1000}[ \t])?)>(\S+)/dgim,
  /(?:^|\s)(?:AUTH|auth)[ \t]+(?:\w{1,40}[ \t]+)?((?!failed|error|required)\S{3,})[ \t]*$/dgm,
]

/** Calls whose arguments are a login. */
const CALL =
  /(?:connect|getconnection|\bpdo|\bpdo::__construct|mysqli|auth\w{0,40}|login|\bopen|credentials?(?:provider)?|sequelize|url\.create|usernamepassword\w{0,40}|redis\w{0,40})\s*\(/gi
const LITERAL = /"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'|`([^`]*)`/dg

/** How far a call's arguments are followed. */
const LONGEST = 1500

/** Where a call ends: brackets in its strings don't count. */
const closing = (text: string, from: number): number => {
  let depth = 1
  let quote = ''
  const end = Math.min(text.length, from + LONGEST)
  for (let at = from; at < end; at++) {
    const char = text.charAt(at)
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if ('"\'`'.includes(char)) quote = char
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at
  }
  return end
}

/** What is plainly no password: an address, a path, a setting's word, or a name that a value follows. */
const HARMLESS =
  /:\/\/|^(?:pgsql|mysql):|\b(?:host|dbname|sslmode|port|user)=|^(?:localhost|[\w-]+(?:\.[\w-]+){2,}|[\w./-]+\.(?:pem|crt|jks|p12|key))$|^(?:postgres|pgx|mysql|utf8\w*|tcp)$/i

const callRanges = (text: string): Range[] =>
  [...text.matchAll(CALL)].flatMap(({ 0: whole, index }) => {
    const from = index + whole.length
    const args = text.slice(from, closing(text, from))
    let seen = 0
    return groupRanges(args, LITERAL).flatMap(({ start, end }) => {
      const value = args.slice(start, end)
      const before = args.slice(0, start - 1).trimEnd()
      const after = args.slice(end + 1).trimStart()
      // A named argument or a key is judged by its name.
      const named = /[=:>]$/.test(before) || /^(?:=>|:)/.test(after)
      seen++
      return named || seen === 1 || HARMLESS.test(value) ? [] : [{ start: start + from, end: end + from }]
    })
  })

/** `.auth("secret")` and its like have one argument only. */
const ONE_ARGUMENT = /\.(?:auth|login|authenticate)\(\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\)/dgi

const TEXT = String.raw`"((?:\\.|[^"\\\n]){0,500})"|'((?:\\.|[^'\\\n]){0,500})'`
const JAVA: readonly RegExp[] = [
  // Of whatever is called with an address of JDBC and a name, the third is the password.
  new RegExp(
    String.raw`\(\s{0,80}["']jdbc:[^"'\n]{0,500}["']\s{0,80},\s{0,80}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.()]{1,100})\s{0,80},\s{0,80}(?:${TEXT})`,
    'dgi',
  ),
  // Nothing but passwords is made into characters.
  /"((?:\\.|[^"\\\n]){0,500})"\s{0,80}\.toCharArray\b/dg,
  new RegExp(
    String.raw`(?:trust|key)(?:store|material)\(\s{0,80}(?:new \w{1,40}\([^()\n]{0,200}\)|[\w.]{1,100}|"[^"\n]{0,200}")\s{0,80},\s{0,80}(?:${TEXT})`,
    'dgi',
  ),
]

/** `auth=("user", "secret")`, `'auth' => ['user', 'secret']`. */
const PAIR = new RegExp(
  String.raw`auth["']?\s{0,20}(?:=>|=|:)\s{0,20}[([{]\s{0,40}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[\w.]{1,100})\s{0,20},\s{0,40}(?:${TEXT})`,
  'dgi',
)

/** `sasl: {:plain, "user", "secret"}`, `{sasl, {plain, <<"user">>, <<"secret">>}}`. */
const TUPLE = new RegExp(
  String.raw`sasl["']?\s{0,20}[:=,]>?\s{0,20}\{\s{0,20}:?\w{1,30}\s{0,20},\s{0,20}(?:<<)?(?:"[^"\n]{0,200}"|[\w.]{1,100})(?:>>)?\s{0,20},\s{0,20}(?:<<)?(?:${TEXT})`,
  'dgi',
)

/** Where secrets stand by their place. */
export const positionalRanges = (text: string): Range[] => [
  ...OPTIONS.flatMap((pattern) => groupRanges(text, pattern)),
  ...groupRanges(text, ONE_ARGUMENT),
  ...groupRanges(text, PAIR),
  ...groupRanges(text, TUPLE),
  ...JAVA.flatMap((pattern) => groupRanges(text, pattern)),
  ...callRanges(text),
]
