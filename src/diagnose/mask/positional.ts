/** Secrets that stand at a place: behind an option of a command, or among the arguments of a call. */
import { SECRET_NAME } from './named.ts'
import { groupRanges, type Range } from '../../lib/ranges.ts'

const WORD = `(?:"((?:\\\\.|[^"\\\\])*)"|'([^']*)'|((?:\\\\.|[^\\s"'\\\\])+))`

/** What must stand before an option is asked behind it: it's looked for where an option is, not from every letter. */
const OPTIONS: readonly RegExp[] = [
  // mysql -psecret, sshpass -p secret; a long option or another letter is none.
  /-p(?<=\b(?:mysql|mysqldump|mysqladmin|mysqlsh|mariadb|sshpass|mongosh?|cqlsh|dsbulk|nodetool|jmxterm\S{0,40}|jmx\w{0,20})\b[^\n]{0,1000}\s-p)[ \t]?(?!ort\b)([^\s-]\S*)/dg,
  // mysql -p'sec ret', mysql -psec\ ret
  /-p(?<=\b(?:mysql\w{0,10}|mariadb|sshpass|mongosh?|cqlsh)\b[^\n]{0,1000}\s-p)[ \t]?(?:"((?:\\.|[^"\\\n]){1,200})"|'([^'\n]{1,200})'|((?:\\.|[^\s"'\\-])(?:\\.|[^\s\\]){0,200}))/dg,
  /-p(?<=[\w'"] -p)(?![oO]rt\b|ublic|rint|lain)((?=\S*[^a-z\s])[^\s=-][^\s]*)/dg,
  // -p secret of any program: no port, no path, and no plain word.
  /\s-{1,2}(?:p|pw|P|W)[ \t]+["']?((?=\S*[A-Za-z])(?=\S*\d)(?!\S*[/\\])[^\s"']{6,})/dg,
  // redis-cli -a secret, curl -u user:secret, --pass, --password, --passwd, --token
  new RegExp(`\\s(?:--pass|--auth|--user-?pass)[ \\t=]+${WORD}`, 'dg'),
  // Heroku's and Fly's name of an app, and psql's switch.
  new RegExp(
    `(?<!\\b(?:heroku|fly|flyctl|psql)\\b(?:(?!\\w-cli\\b|\\bredli\\b)[^\\n;|&]){0,200})\\s-a[ \\t=]+${WORD}`,
    'dg',
  ),
  new RegExp(
    `\\s--?[\\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token|bearer|api-?key)(?![\\w-]*(?:stdin|file|prompt)\\b)[\\w-]{0,20}[ \\t=]+${WORD}`,
    'dgi',
  ),
  // -su user:secret, -su:secret
  new RegExp(`\\s-[a-zA-Z]{1,8}u[ \\t]+["']?[^\\s:"']{0,100}:${WORD}`, 'dg'),
  new RegExp(`-[a-zA-Z](?<=\\bcurl\\b[^\\n]{0,1000}\\s-[a-zA-Z])[a-zA-Z]{0,7}u[^\\s:"']{0,100}:${WORD}`, 'dg'),
  // redis-cli -asecret, gh secret set NAME --body secret
  /-a(?<=\b(?:redis|valkey)-cli\b[^\n]{0,1000}\s-a)([^\s-]\S*)/dg,
  new RegExp(`\\bsecret[ \\t]+set[ \\t][^\\n]{0,300}?[ \\t](?:--body|-b)[ \\t=]+${WORD}`, 'dg'),
  new RegExp(
    `\\s(?:-u(?!(?:rl|ri|ser\\w{0,20})[ \\t=])|-U|--user|--proxy-user)[ \\t=]*["']?[^\\s:"']{0,100}:${WORD}`,
    'dg',
  ),
  // openssl enc -k secret
  new RegExp(`\\bopenssl\\b[^\\n]{0,500}?\\s-[kK][ \\t]+${WORD}`, 'dg'),
  // ldapsearch -w secret, htpasswd -b file user secret, gh secret set NAME -b secret, aws ssm put-parameter --value secret
  new RegExp(`\\bldap[a-z]{3,10}\\b[^\\n]{0,500}?\\s-w[ \\t]*${WORD}`, 'dg'),
  new RegExp(`\\bhtpasswd\\b(?=[^\\n]{0,200}\\s-\\w{0,5}b)[^\\n]{0,300}[ \\t]${WORD}[ \\t]*$`, 'dgm'),
  new RegExp(`\\bsecrets?[ \\t]+set\\b[^\\n]{0,200}?\\s(?:-b|--body)[ \\t=]+${WORD}`, 'dg'),
  new RegExp(`\\b(?:put-parameter|keyvault[ \\t]+secret[ \\t]+set)\\b[^\\n]{0,300}?\\s--value[ \\t=]+${WORD}`, 'dg'),
  // -p 'sec#ret' of any program
  /\s-{1,2}(?:p|pw|P|W)[ \t]+(?:"(?=[^"\n]{0,200}[#?@$!&*^%])([^"\n]{1,200})"|'(?=[^'\n]{0,200}[#?@$!&*^%])([^'\n]{1,200})')/dg,
  // setx of Windows, setenv of csh, set -x of fish
  new RegExp(
    `\\b(?:setx(?:\\.exe)?(?:[ \\t]+/(?:m|[sup][ \\t]+(?:"[^"\\n]{0,200}"|\\S{1,200}))){0,5}|setenv|set(?:[ \\t]+-{1,2}[\\w-]{1,20}){1,3})[ \\t]+(?:${SECRET_NAME})[ \\t]+${WORD}`,
    'dgi',
  ),
  // the login of setx itself: /p behind /s and /u
  new RegExp(`\\bsetx(?:\\.exe)?\\b[^\\n]{0,300}?[ \\t]/p[ \\t]+${WORD}`, 'dgi'),
  /\bauthorization["']?(?:\s*[:=,]\s*["'`]?(?:\w+\s+)?|[ \t]+["'`]?(?:basic|bearer)\\?[ \t]+)([^\s"'`]+)/dgi,
  // A header that a proxy or a command sets.
  new RegExp(
    `(?:[_-]|^[ \\t]*)header[ \\t]+["']?[\\w-]{0,60}(?:key|token|auth|secret)[\\w-]{0,60}:?[ \\t]+${WORD}`,
    'dgim',
  ),
  // `user app on >secret` of Redis' access control
  />(?<=(?:^[ \t]*user|\bsetuser)[ \t]+\S{1,100}[ \t](?:[^\n]{0,1000}[ \t])?["']?>)(\S+)/dgim,
  // fly secrets set NAME=secret OTHER=secret, with each of them
  new RegExp(
    `(?<=[ \\t])(?=[A-Z_][A-Z0-9_]{0,60}=)(?<=\\bsecrets?[ \\t]{1,4}(?:set|create|put)[ \\t][^\\n]{0,300})[A-Z_][A-Z0-9_]{0,60}=${WORD}`,
    'dg',
  ),
  // smbclient -U app%secret, lftp -u app,secret, rabbitmqctl add_user app secret
  new RegExp(`\\s-U[ \\t]*["']?[\\w.\\\\/-]{1,60}%${WORD}`, 'dg'),
  new RegExp(`\\blftp\\b[^\\n]{0,200}\\s-u[ \\t]+["']?[^\\s,]{1,60},${WORD}`, 'dg'),
  new RegExp(
    `\\brabbitmqctl\\b[^\\n]{0,200}?\\b(?:add_user|change_password|authenticate_user)[ \\t]+\\S{1,60}[ \\t]+${WORD}`,
    'dg',
  ),
  // .netrc
  /\b(?:machine\s{1,80}\S{1,255}|default)(?:\s{1,80}(?:login|account)\s{1,80}\S{1,255}){0,2}\s{1,80}password\s{1,80}("(?:\\.|[^"\\\n]){0,500}"|\S+)/dgi,
  /(?:^|\s)(?:AUTH|auth)[ \t]+(?:\w{1,40}[ \t]+)?((?!failed|error|required)\S{3,})[ \t]*$/dgm,
]

/** Calls whose arguments are a login. */
const CALL =
  /(?:connect(?:ion)?|change\w{0,10}password|\bjedis\w{0,20}|\bpdo|\bpdo::__construct|mysqli|auth\w{0,40}|login|\bopen|credentials?(?:provider)?|sequelize|url\.create|usernamepassword\w{0,40}|redis\w{0,40}|\bremote(?:secure)?|\b\w{0,20}(?:postgresql|mysql)|\bs3\w{0,20}|\bmongodb|\bdblink\w{0,20})\s*\(/gi
const LITERAL = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`[^`]*`/g

/** How far a call's arguments are followed. */
const LONGEST = 1500
/** A login and its name are shorter. */
const LONGEST_PAIR = 800
/** Nobody writes more of them into one another. */
const MAX_AROUND = 8

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Where a bracket ends that opens before `from`: those in strings don't count. */
const closing = (text: string, from: number, longest: number): number => {
  const open = text.charAt(from - 1)
  let depth = 1
  let quote = ''
  const end = Math.min(text.length, from + longest)
  for (let at = from; at < end; at++) {
    const char = text.charAt(at)
    if (quote !== '') {
      if (char === '\\') at++
      else if (char === quote) quote = ''
    } else if ('"\'`'.includes(char)) quote = char
    else if (char === open) depth++
    else if (char === CLOSES[open] && --depth === 0) return at
  }
  return end
}

/** What is plainly no password: an address, a path, a setting's word, or a name that a value follows. */
const HARMLESS =
  /:\/\/|^(?:pgsql|mysql):|\b(?:host|dbname|sslmode|port|user)=|^(?:localhost|[\w-]+(?:\.[\w-]+){2,}|[\w./-]+\.(?:pem|crt|jks|p12|key))$|^(?:postgres|pgx|mysql|utf8\w*|tcp)$/i

/** A format whose place for a password is filled by what follows: `"password=%s"`, `"postgres://{}:{}@"`. */
const PLACEHOLDER = String.raw`(?:%[\w[\]$]{1,6}|\{[\w!:]{0,20}\})`
const WANTS = String.raw`(?:(?:pass\w{0,10}|pwd)[=:]["']?|:\/\/[^\s"'@]{0,60}:)${PLACEHOLDER}`
/** The format stands inside: Go, Java, C, PHP. */
const FORMAT = new RegExp(
  String.raw`\b(?:\w{0,20}printf|\w{0,10}format)\s*\((?=[^"'\n]{0,40}["'][^\n]{0,400}?${WANTS})`,
  'gi',
)
/** The format stands before it: Python. */
const FORMATTED = new RegExp(String.raw`["'][ \t]{0,4}(?:\.format|%)[ \t]{0,4}\((?<=${WANTS}[^\n]{0,300})`, 'gi')

/**
 * Strings in the brackets that a match ends with, but for the first where nothing stands before it: a host, a user. A
 * named one is judged by its name.
 */
const stringsIn = (
  text: string,
  opening: RegExp,
  longest: number,
  isHarmless: (value: string) => boolean,
  isFirstKept = true,
): Range[] => {
  let around: number[] = []
  return [...text.matchAll(opening)].flatMap(({ 0: whole, index }) => {
    const from = index + whole.length
    // What stands in several that aren't over yet has been read with each of them.
    around = around.filter((end) => end > from)
    if (around.length >= MAX_AROUND) return []
    const end = closing(text, from, longest)
    around.push(end)
    const args = text.slice(from, end)
    const comma = args.indexOf(',')
    return [...args.matchAll(LITERAL)].flatMap(({ 0: literal, index: at }, place) => {
      const quotes = /^(?:"""|''')/.test(literal) ? 3 : 1
      const isFirst = isFirstKept && place === 0 && (comma === -1 || at < comma)
      const named =
        '=:>'.includes(args.slice(0, at).trimEnd().at(-1) ?? ' ') ||
        /^(?:=>|:)/.test(args.slice(at + literal.length).trimStart())
      return isFirst || named || isHarmless(literal.slice(quotes, -quotes))
        ? []
        : [{ start: from + at + quotes, end: from + at + literal.length - quotes }]
    })
  })
}

/** `.auth("secret")` and its like have one argument only. */
const ONE_ARGUMENT = /(?:\.|->|\w:)(?:auth|login|authenticate)\(\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*\)/dgi

const TEXT = String.raw`"((?:\\.|[^"\\\n]){0,500})"|'((?:\\.|[^'\\\n]){0,500})'`
/** What is made ready for a URI is a password, as good as always; so is what stands behind Aiven's own user. */
const IN_LINE: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:quote(?:_plus)?|encodeURIComponent|encode_www_form_component|(?:raw)?urlencode|EscapeDataString|(?:Query|Path)Escape|URLEncoder\.encode)\(\s{0,20}(?:${TEXT})`,
    'dg',
  ),
  // avnadmin: secret
  /(?<![\w.-])avnadmin["']?[ \t]{0,4}(?:=>|[:=/])[ \t]{0,4}["']?(?=[^\s"']{0,100}[\d#$%^&*!@+~])(?![^\s"']{0,200}\.[a-z]{2,10}\b)([^\s"',;}]{8,200})/dg,
  new RegExp(
    String.raw`(?<![\w.-])avnadmin["']?(?:[ \t]{0,4},\s{0,40}|[ \t]{1,4})(?!["'](?:[\w-]{1,60}(?:\.[\w-]{1,60}){2,8}|\d{1,5}|defaultdb)["'])(?:${TEXT})(?!\s{0,9}[:=])`,
    'dg',
  ),
]
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

/** `auth=("user", "secret")`, `'auth' => ['user', 'secret']`, `sasl: {:plain, "user", "secret"}`, `{sasl, {plain, <<"user">>, <<"secret">>}}`. */
const LOGIN =
  /(?:auth(?:_basic)?["']?\s{0,20}(?:=>|=|:)\s{0,20}(?:array\s{0,20}(?=\())?[([{]|sasl["']?\s{0,20}[:=,]>?\s{0,20}\{)/gi

const LOGINS: readonly RegExp[] = [
  // auth: "user:secret", auth: user + ":secret"
  /auth(?:_basic)?["']?\s{0,20}(?:=>|=|:)\s{0,20}[^\n"'`,;:]{0,100}(?:"[^:"\n]{0,100}:(?!\/\/)((?:\\.|[^"\\\n])*)|'[^:'\n]{0,100}:(?!\/\/)((?:\\.|[^'\\\n])*)|`[^:`\n]{0,100}:(?!\/\/)([^`\n]*))/dgi,
  /auth[ \t]{0,20}[:=][ \t]{0,20}[^\s"'`,:;(){}[\]]{1,100}:(?!\/\/|:)(\S+)/dgi,
  // A sigil of Elixir.
  /~s(?<=(?:sasl|auth)[\s\S]{0,300}~s)(?:\(([^)\n]*)|\[([^\]\n]*)|\{([^}\n]*)|<([^>\n]*)|\/([^/\n]*)|\|([^|\n]*))/dgi,
  // request :authorization, :basic, 'user', 'secret', and lines that go on
  /:(?:authorization|basic_auth)\b\s{0,20},\s{0,80}((?:[^\n]*,[ \t]*\n){0,3}[^\n]+)/dgi,
  /\bbasic_auth[ \t]+(?![=:{])(?=[^\n]{0,200}["'])([^\n]+)/dgi,
]

/** Where secrets stand by their place. */
export const positionalRanges = (text: string): Range[] => [
  ...[...OPTIONS, ONE_ARGUMENT, ...LOGINS, ...IN_LINE, ...JAVA].flatMap((pattern) => groupRanges(text, pattern)),
  ...stringsIn(text, CALL, LONGEST, (value) => HARMLESS.test(value)),
  ...stringsIn(text, FORMAT, LONGEST, (value) => HARMLESS.test(value)),
  ...stringsIn(text, FORMATTED, LONGEST, (value) => HARMLESS.test(value), false),
  ...stringsIn(text, LOGIN, LONGEST_PAIR, () => false),
]
