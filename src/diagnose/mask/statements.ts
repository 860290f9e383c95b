/** Secrets in statements of SQL and Redis, in what is piped into a program, and in headers. */
import { IS_SECRET, QUOTED, SECRET_NAME, SECRET_WORD } from './named.ts'
import { groupRanges, type Range } from '../../lib/ranges.ts'

const WORD = `(?:"((?:\\\\.|[^"\\\\\\n]){0,500})"|'([^'\\n]{0,500})'|([^\\s"']\\S{0,500}))`
/** What takes a secret from its input. */
const SINK =
  '(?:--?[\\w-]{0,30}stdin\\b|--with-token\\b|\\bsudo\\b[^\\n|]{0,80}[ \\t]-\\w{0,5}S|\\b(?:chpasswd|passwd|sshpass|kinit|cryptsetup|login|secrets?)\\b|\\bbase64\\b|\\w{0,40}(?:password|passwd|secret|token)\\b)'
const ARGUMENTS = `((?:[^|<>\\n"']|"[^"\\n]{0,500}"|'[^'\\n]{0,500}'){1,500}?)`

const PATTERNS: readonly RegExp[] = [
  // CREATE SECRET x AS 'secret'
  new RegExp(
    `\\bsecret\\s{1,80}(?:if\\s{1,80}not\\s{1,80}exists\\s{1,80})?\\S{1,100}\\s{1,80}as\\s{1,80}(?:${QUOTED})`,
    'dgi',
  ),
  // SET PASSWORD FOR app = PASSWORD('secret')
  new RegExp(
    `\\bset\\s{1,80}password(?:\\s{1,80}for\\s{1,80}\\S{1,200})?\\s{0,80}=\\s{0,80}(?:password\\s{0,80}\\(\\s{0,80})?(?:${QUOTED})`,
    'dgi',
  ),
  // PASSWORD $$secret$$, PASSWORD E'secret'
  new RegExp(
    `(?:${SECRET_WORD}|identified\\s{1,80}by)\\s{1,80}(?:\\$(\\w{0,20}\\$[\\s\\S]{0,500}?)\\$\\w{0,20}\\$|(?:E|N|X|U&|_utf8\\w{0,5})(?:${QUOTED}))`,
    'dgi',
  ),
  // CONFIG SET masterauth secret
  new RegExp(`\\bconfig[ \\t]{1,9}set[ \\t]{1,9}["']?(?:${SECRET_NAME})["']?[ \\t]{1,9}${WORD}`, 'dgi'),
  // HELLO 3 AUTH default secret, MIGRATE … AUTH secret KEYS …, MIGRATE … AUTH2 default secret
  new RegExp(
    `\\b(?:hello[ \\t][^\\n]{0,60}?\\bauth|migrate[ \\t][^\\n]{0,300}?\\bauth2)[ \\t]{1,9}\\S{1,100}[ \\t]{1,9}${WORD}`,
    'dgi',
  ),
  new RegExp(`\\bmigrate[ \\t][^\\n]{0,300}?\\bauth[ \\t]{1,9}${WORD}`, 'dgi'),
  // What MONITOR prints: "AUTH" "default" "secret"
  /"auth"[ \t]{1,9}(?:"[^"\n]{0,100}"[ \t]{1,9})?"([^"\n]{0,500})"/dgi,
  // echo secret | docker login --password-stdin, and … <<< secret
  new RegExp(
    `\\b(?:echo|printf|print|write-output|yes)[ \\t]{1,9}(?:-\\w{1,5}[ \\t]{1,9})?${ARGUMENTS}[ \\t]{0,9}\\|(?!\\|)[^\\n]{0,300}?${SINK}`,
    'dgi',
  ),
  new RegExp(`${SINK}[^\\n|]{0,300}?<<<[ \\t]{0,9}${WORD}`, 'dgi'),
  // echo secret > db_password.txt
  new RegExp(
    `\\b(?:echo|printf|print|write-output|yes)[ \\t]{1,9}(?:-\\w{1,5}[ \\t]{1,9})?${ARGUMENTS}[ \\t]{0,9}>{1,2}[ \\t]{0,9}(?!\\S{0,200}\\.(?:pgpass|netrc|cnf|env|ya?ml|conf)\\b)\\S{0,200}(?:pass|pw|secret|token)`,
    'dgi',
  ),
  // echo secret > file: one word alone
  /\b(?:echo|printf)[ \t]{1,9}(?:-\w{1,5}[ \t]{1,9}|["']?%s["']?[ \t]{1,9})?(?:"(?![/~])([^\s"$=:.]{6,200})"|'(?![/~])([^\s'=:.]{6,200})')[ \t]{0,9}>{1,2}[ \t]{0,9}[^\s>&|]/dg,
  /"([^\s"$]{3,200})"[ \t]{1,9}\|[ \t]{0,9}(?:out-file|set-content|docker[ \t]|kubectl[ \t])/dgi,
  // read -s PW <<< secret, and the heredoc of cat > pw.txt
  new RegExp(`\\bread[ \\t][^\\n|;<]{0,100}?-\\w{0,5}s[^\\n|;<]{0,100}<<<[ \\t]{0,9}${WORD}`, 'dg'),
  /\b(?:read[ \t][^\n|;<]{0,100}?-\w{0,5}s[^\n|;<]{0,100}|(?:cat|tee)\b(?=[^\n]{0,200}(?:pass|pw|secret|token))(?![^\n]{0,200}\.(?:pgpass|netrc|cnf|env|ya?ml|conf)\b)[^\n]{0,200}?)<<-?[ \t]{0,9}["']?(?:\w{1,20})["']?[^\n]{0,200}\n([^\n]{1,500})/dg,
  // kubectl create secret generic db --from-literal=name=secret, vault kv put path name=secret
  new RegExp(
    `\\s--from-literal[= \\t]{1,9}["']?(?!(?:[\\w.-]{0,60}[._-])?(?:host(?:name)?|port|sslmode|dbname|database)=)[\\w.-]{1,100}=${WORD}`,
    'dgi',
  ),
  /\bvault[ \t]{1,9}(?:kv[ \t]{1,9}put|write)[ \t][^\n]{0,300}?[ \t][\w.-]{1,100}=(\S{1,500})/dg,
  // What kubectl printed of a Secret's entry, below the command.
  /\bget[ \t]{1,9}secrets?\b[^\n]{0,200}(?:jsonpath|go-template)[^\n]{0,200}\n([^\s]{3,4000})[ \t]*$/dgm,
  // identified by secret, without quotes
  /\bidentified\s{1,80}(?:with\s{1,80}\S{1,80}\s{1,80})?by\s{1,80}(?!values?\b|password\b|random\b)([^\s;"'`]{3,200})/dgi,
  // crypt('secret', gen_salt('bf')), btoa('app:secret')
  /\b(?:crypt|digest|hmac|pgp_sym_(?:en|de)crypt|aes_(?:en|de)crypt|sha2?|md5)\s{0,9}\(\s{0,9}'([^'\n]{1,200})'/dgi,
  /\b(?:btoa|b64encode|encodeToString|Buffer\.from|ToBase64String|base64_encode|encode64)\s{0,9}\([^"'`\n]{0,60}["'`][^"'`\s:]{1,100}:(?!\/\/)([^"'`\n]{1,300})["'`]/dg,
  // env.put(JMXConnector.CREDENTIALS, new String[] {"monitor", "secret"}), and jmxremote.password
  /\bCREDENTIALS\b[^"'\n]{0,80}"[^"\n]{0,100}"\s{0,20},\s{0,20}"([^"\n]{1,300})"/dg,
  /^[ \t]*(?:monitorRole|controlRole)[ \t]{1,40}(?!read(?:only|write)\b)(\S{1,300})/dgm,
  // app/secret@//host/service of Oracle
  /(?<![\w./-])[\w$]{1,40}\/([^\s/@"']{3,200})@\/\/[\w.-]{1,250}/dg,
  // expect: send "secret\\r"
  /\bsend[ \t]{1,9}(?:--[ \t]{1,9})?"([^"\n]{1,300}?)\\[rn]"/dg,
  /\/(?:tokens?|secrets?|api-?keys?)\/(?=[^\s/?#"']{0,200}\d)([^\s/?#"']{8,500})/dgi,
  /\bConvertTo-SecureString\b[^\n"']{0,60}["']([^"'\n]{1,500})["']/dgi,
  /\bnet[ \t]{1,9}use\b[^\n]{0,200}?\/user:\S{1,100}[ \t]{1,9}([^\s/]\S{0,200})/dgi,
  /\b(?:set-)?cookie["']?[ \t]{0,9}:[ \t]{0,9}["']?([^\n]{1,2000})/dgi,
]

/** `INSERT INTO users (name, password) VALUES ('app', 'secret'), …`. */
const INSERT =
  /\binsert\s{1,80}into\s{1,80}\S{1,200}\s{0,80}\(([^()]{1,1000})\)\s{0,80}values\s{0,80}((?:\((?:[^()']|'(?:''|[^'])*'){0,2000}\)[\s,]{0,80}){1,50})/dgi
const VALUE = /'(?:''|[^'])*'|[^\s,()']+|(\()/g

/** The values of columns that are called after secrets. */
const insertedRanges = (text: string): Range[] =>
  [...text.matchAll(INSERT)].flatMap(({ 1: columns = '', 2: rows = '', indices }) => {
    const secret = columns.split(',').map((column) => IS_SECRET.test(column))
    const from = indices?.[2]?.[0] ?? 0
    let column = 0
    return [...rows.matchAll(VALUE)].flatMap(({ 0: value, 1: opens, index }) => {
      if (opens !== undefined) {
        column = 0
        return []
      }
      return secret[column++] === true ? [{ start: from + index, end: from + index + value.length }] : []
    })
  })

/** Where secrets stand in statements. */
export const statementRanges = (text: string): Range[] => [
  ...PATTERNS.flatMap((pattern) => groupRanges(text, pattern)),
  ...insertedRanges(text),
]
