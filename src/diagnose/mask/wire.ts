/** Passwords on their way: in protocols' own messages, in what strace prints of them, and in what servers keep of them. */
import { groupRanges, type Range } from '../../lib/ranges.ts'

const LINE_END = String.raw`(?:\\r\\n|\r?\n\n?)`

const PATTERNS: readonly RegExp[] = [
  // PostgreSQL's message of a password: p, four bytes of length, the password, NUL; as strace writes it, and as bytes.
  /"(?:p|\\x70|\\160)(?:\\0|\\x00|\\000){2,3}(?:\\x?[0-9a-f]{1,3}|\\[a-z"\\]|[^"\\])([^"\n]{1,500})/dg,
  // oxlint-disable-next-line no-control-regex
  /p\u0000\u0000[\s\S]{2}([^\u0000\n]{3,500})/dg,
  // Redis' protocol: AUTH, then one or two strings with their lengths.
  new RegExp(
    String.raw`(?:\\n|\b)AUTH${LINE_END}(?:\$\d{1,4}${LINE_END}[^\s\\]{1,200}${LINE_END})?\$\d{1,4}${LINE_END}([^\s\\"]{1,500})`,
    'dgi',
  ),
  // What was typed, as strace shows it.
  /\bread\(0, "((?:\\.|[^"\\\n]){1,500})"/dg,
  // What servers keep instead of a password: it can be tried out, or used as it is.
  /\bSCRAM-SHA-\d{1,3}\$\d{1,7}:([A-Za-z0-9+/=$:]{8,300})/dg,
  /(?<![A-Za-z0-9])md5([0-9a-f]{32})(?![0-9a-f])/dg,
  /(?<![\w*])\*([0-9A-F]{40})(?![0-9A-F])/dg,
  /(?<!\w)(\$(?:2[abxy]|[156]|y|7|argon2\w{1,2}|pbkdf2[\w-]{0,10}|scrypt|A)\$[\w./+=,$*-]{16,200})/dg,
  /\bc=[\w+/=]{4,100},r=[^\s,"]{8,200},p=([\w+/=]{16,200})/dg,
]

/** Where passwords stand in what programs send and keep. */
export const wireRanges = (text: string): Range[] => PATTERNS.flatMap((pattern) => groupRanges(text, pattern))
