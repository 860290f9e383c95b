/** Real error output of clients, cleaned for storage: without data of this run or machine. */
import type { ProofSetup } from './proof-setup.ts'

export type Failure = 'no-ca' | 'wrong-ca' | 'wrong-host' | 'expired' | 'no-client-certificate'

export interface ErrorSample {
  /** Key of the guide or client. */
  readonly guide: string
  readonly client: string
  readonly version: string
  readonly failure: Failure
  readonly message: string
}

const MAX_LINES = 12

/** Useless lines: source locations and (indented) source lines, progress, output of programs that start clients. */
const NOISE =
  /^\s{4}|^.*--:--:--|^\s+(% Total|Dload)|^\s*(at |File "|[^ ]+\.js:\d+$|\^|throw |NOTE: |Node\.js v|node:|goroutine |exit status|%7\||$)/

const CHANGING: readonly (readonly [RegExp, string])[] = [
  [/%(\d)\|\d+\.\d+\|/g, '%$1|1700000000.000|'],
  [/\b\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d\S*/g, '2026/01/01 12:00:00'],
  [/"timestamp":"[^"]*"/g, '"timestamp":"2026-01-01T12:00:00.000Z"'],
  [/\b[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M/g, 'Jan 1, 2026 12:00:00 PM'],
  [/\bsocat\[\d+\]/g, 'socat[1000]'],
  [/after \d+ms/g, 'after 10ms'],
  [/\b[0-9A-F]{16}:error/g, '0000000000000000:error'],
  [/0x[0-9a-f]{6,}/g, '0x0'],
  [/UnixTime\(\d+\)/g, 'UnixTime(1700000000)'],
  [/\/tmp\/anchor-[^\s'":]*/g, '<temporary>'],
]

/** Keeps the useful lines, with a made-up host and port. */
export const sampleOf = (
  origin: Omit<ErrorSample, 'message'>,
  output: string,
  { host, login }: Pick<ProofSetup, 'host' | 'login'>,
): ErrorSample => {
  const plain = CHANGING.reduce((text, [pattern, instead]) => text.replace(pattern, instead), output)
    .replaceAll(login.password, 'PASSWORD')
    .replaceAll(process.cwd(), '<project>')
    .replace(new RegExp(`\\b${host}\\b`, 'g'), 'service.a.example.com')
    .replace(/(service\.a\.example\.com)(:| port |", port )\d+/g, '$1$220984')
    .replace(/\bport (\d{4,5})\b/g, 'port 20984')
  const lines = plain.split(/[\r\n]+/).filter((line) => !NOISE.test(line))
  return { ...origin, message: [...new Set(lines)].slice(0, MAX_LINES).join('\n') }
}
