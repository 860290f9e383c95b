/** Secrets in texts that people paste, masked: what is shown never holds one. */

/** Stands where a secret stood. */
const MASK = '••••••'

const SECRET_NAMES =
  '[\\w.-]{0,40}(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)[\\w.-]{0,40}'

const MASKS: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
  // user:password@ of a URI; the password may hold an @ itself.
  [/(:\/\/[^\s:/?#@]{0,200}:)[^\s/?#"'`]{1,500}(?=@)/g, `$1${MASK}`],
  // Aiven's own passwords, wherever they stand.
  [/\bAVNS_[\w-]+/g, MASK],
  // Quoted values: password="…", password: '…', "password": "…".
  [
    new RegExp(`(\\b${SECRET_NAMES}["']?\\s*(?:=>|[=:])\\s*)(["'\`])(?:\\\\.|(?!\\2)[^\\\\])*\\2`, 'gi'),
    `$1$2${MASK}$2`,
  ],
  // Bare values: password=…, PGPASSWORD=…, --password …
  [new RegExp(`(\\b${SECRET_NAMES}["']?\\s*(?:=>|[=:])\\s*)[^\\s"'\`&;,)}]+`, 'gi'), `$1${MASK}`],
  [/(--password[ =])\S+/gi, `$1${MASK}`],
  // mysql -pSECRET, redis-cli -a SECRET, curl -u user:SECRET
  [/(\s-p)(?!ort\b)[^\s-]\S*/g, `$1${MASK}`],
  [/(\s-a\s+)\S+/g, `$1${MASK}`],
  [/(\s(?:-u|--user)\s+[^\s:]+:)\S+/g, `$1${MASK}`],
  [/(authorization\s*:\s*\w+\s+)\S+/gi, `$1${MASK}`],
]

/** The text with every secret in it masked, so far as its place or its form gives it away. */
export const maskSecrets = (text: string): string =>
  MASKS.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text)
