/** Secrets in statements of SQL and Redis, in what is piped into a program, and in headers. */
import { QUOTED, SECRET_NAME } from './named.ts'
import { groupRanges, type Range } from './ranges.ts'

const WORD = `(?:"((?:\\\\.|[^"\\\\\\n]){0,500})"|'([^'\\n]{0,500})'|([^\\s"']\\S{0,500}))`
/** What takes a secret from its input. */
const SINK =
  '(?:--?[\\w-]{0,30}stdin\\b|--with-token\\b|\\bsudo\\b[^\\n|]{0,80}[ \\t]-\\w{0,5}S|\\b(?:chpasswd|passwd|sshpass|kinit|cryptsetup|login|secrets?)\\b|\\bbase64[ \\t]{1,9}(?:-d|-D|--decode)\\b|\\w{0,40}(?:password|passwd|secret|token)\\b)'
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
    `(?:${SECRET_NAME}|identified\\s{1,80}by)\\s{1,80}(?:\\$(\\w{0,20}\\$[\\s\\S]{0,500}?)\\$\\w{0,20}\\$|(?:E|N|X|U&|_utf8\\w{0,5})(?:${QUOTED}))`,
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
    `\\b(?:echo|printf|print|write-output)[ \\t]{1,9}(?:-\\w{1,5}[ \\t]{1,9})?${ARGUMENTS}[ \\t]{0,9}\\|(?!\\|)[^\\n]{0,300}?${SINK}`,
    'dgi',
  ),
  new RegExp(`${SINK}[^\\n|]{0,300}?<<<[ \\t]{0,9}${WORD}`, 'dgi'),
  // echo secret > db_password.txt
  new RegExp(
    `\\b(?:echo|printf|print|write-output)[ \\t]{1,9}(?:-\\w{1,5}[ \\t]{1,9})?${ARGUMENTS}[ \\t]{0,9}>{1,2}[ \\t]{0,9}(?!\\S{0,200}\\.(?:pgpass|netrc|cnf|env|ya?ml|conf)\\b)\\S{0,200}(?:pass|pw|secret|token)`,
    'dgi',
  ),
  // expect: send "secret\\r"
  /\bsend[ \t]{1,9}(?:--[ \t]{1,9})?"([^"\n]{1,300}?)\\[rn]"/dg,
  /\/(?:tokens?|secrets?|api-?keys?)\/(?=[^\s/?#"']{0,200}\d)([^\s/?#"']{8,500})/dgi,
  /\bConvertTo-SecureString\b[^\n"']{0,60}["']([^"'\n]{1,500})["']/dgi,
  /\bnet[ \t]{1,9}use\b[^\n]{0,200}?\/user:\S{1,100}[ \t]{1,9}([^\s/]\S{0,200})/dgi,
  /\b(?:set-)?cookie["']?[ \t]{0,9}:[ \t]{0,9}["']?([^\n]{1,2000})/dgi,
]

/** Where secrets stand in statements. */
export const statementRanges = (text: string): Range[] => PATTERNS.flatMap((pattern) => groupRanges(text, pattern))
