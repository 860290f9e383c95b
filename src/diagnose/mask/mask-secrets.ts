/**
 * Secrets in texts that people paste, masked. Everything that is shown or kept of a paste goes through here first,
 * and where there is a doubt, it is masked: a word too many hidden costs a look, one too few a password.
 */
import { blocksBelow } from './blocks.ts'
import { base64Ranges } from './encoded.ts'
import { entryRanges } from './entries.ts'
import { kubernetesRanges } from './kubernetes.ts'
import { loginRanges } from './logins.ts'
import { namedRanges } from './named.ts'
import { nestedRanges } from './nested.ts'
import { positionalRanges } from './positional.ts'
import { proseRanges } from './prose.ts'
import { groupRanges, mergeRanges, type Range } from '../../lib/ranges.ts'
import { readingsOf } from './readings.ts'
import { statementRanges } from './statements.ts'
import { tableRanges } from './tables.ts'
import { variableRanges } from './variables.ts'
import { wireRanges } from './wire.ts'

/** Stands where a secret stood. */
const MASK = '••••••'

/** Secrets that give themselves away, wherever they stand. */
const FORMS: readonly RegExp[] = [
  // A private key's armour, from its first line to its last or to the end, in plain, in a URL, in base64.
  /(BEGIN(?:[ +_]|%20){1,3}(?:[A-Z0-9]{1,12}(?:[ +_]|%20){1,3}){0,3}PRIVATE(?:[ +_]|%20){1,3}KEY[\s\S]*?(?:END(?:[ +_]|%20){1,3}(?:[A-Z0-9]{1,12}(?:[ +_]|%20){1,3}){0,3}PRIVATE(?:[ +_]|%20){1,3}KEY|$))/dg,
  /(LS0tLS1CRUdJTi(?!BD)[A-Za-z0-9+/=_-]*(?:\s+[A-Za-z0-9+/=_-]{20,})*)/dg,
  // The first bytes of PKCS#8, PKCS#1 and SEC 1, in base64.
  /\b((?:MII[A-Za-z0-9+/]{2}[AQgw]IB(?:AAKC|ADAN)|MH[cQ]CAQEE|MI[GH][A-Za-z0-9+/]AgEA|MC[4w]CAQAw)[A-Za-z0-9+/=]*(?:(?:\s|\\r|\\n)+[A-Za-z0-9+/=]{20,})*)/dg,
  // Aiven's passwords and tokens, JSON web tokens.
  /(AVNS[ \t]?_[\w-]+)/dgi,
  /\b(eyJ[\w-]{10,}(?:\.[\w-]+){1,4})/dg,
  /\baivenv1\s+([^\s"'`]+)/dg,
]

/** What stands where a secret might, and tells about it: blank for all patterns. */
const ABOUT =
  /(?<=\()[\w$]{1,100}\.(?:java|kt|scala|groovy|clj):\d{1,6}(?=\))|<set to the key [^>\n]{1,300}>[^\n]{0,40}|(?<=:[ \t]{1,40})\d{1,7} bytes\b|\bsecrets? "[\w.-]{1,253}" (?=not found|is forbidden|already)|\bpassword_encryption["']?[ \t]{0,9}[=:]?[ \t]{0,9}["']?\S{1,40}|\bread[ \t]{1,4}-p[ \t]{1,4}"[^"\n]{0,200}"|\b\w{0,40}(?:pass(?:word|wd|phrase)?|secret|token)[_.-]?(?:file|path)["']?[ \t]{0,9}[:=][ \t]{0,9}["']?(?:~?\/|\.{1,2}\/|[a-z]:\\)[\w./\\-]{1,200}(?=["'\s,;}]|$)/gi

/** More than any of these has. */
const LONGEST_REFERENCE = 300
/** Tells where a secret is kept, and holds none. */
const REFERENCE =
  /^["']?(?:\$\{(?:env\.)?[A-Z_][A-Z0-9_]{0,80}\}|process\.env\.[A-Z_][A-Z0-9_]{0,80}!?|(?:var|local)\.[a-z_][a-z0-9_]{0,80}|\$?\{\{ {0,4}\$?[a-zA-Z.][\w.]{0,100} {0,4}\}\})["']?[,;]?$/

const rangesIn = (text: string): Range[] => {
  // One kind of line end for all patterns, at the same places; a backslash stays the last before it.
  // Quotes and spaces that a word processor or a web page made of plain ones are plain.
  const plain = text
    .replaceAll(/(\\?)\r\n/g, ' $1\n')
    .replaceAll(ABOUT, (about) => ' '.repeat(about.length))
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[\u00a0\u2000-\u200b\u202f\u3000]/g, ' ')
    // Letters as wide as those of Chinese and Japanese.
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const named = mergeRanges([...namedRanges(plain), ...nestedRanges(plain)])
  const found = mergeRanges([
    ...FORMS.flatMap((pattern) => groupRanges(plain, pattern)),
    ...loginRanges(plain),
    ...named,
    ...blocksBelow(plain, named),
    ...positionalRanges(plain),
    ...entryRanges(plain),
    ...statementRanges(plain),
    ...proseRanges(plain),
    ...tableRanges(plain),
    ...kubernetesRanges(plain),
    ...wireRanges(plain),
  ])
  return [...found, ...variableRanges(plain, found)].filter(({ start, end }) => {
    const value = plain.slice(start, Math.min(end, start + LONGEST_REFERENCE)).trim()
    return value !== '' && !REFERENCE.test(value)
  })
}

/** Where secrets stand in a text, sorted, so far as their place, their name or their form gives them away. */
export const secretRanges = (text: string): Range[] =>
  mergeRanges([
    ...rangesIn(text),
    ...readingsOf(text).flatMap((reading) => rangesIn(reading.text).map((range) => reading.outward(range))),
    ...base64Ranges(text, (plain) => rangesIn(plain).length > 0),
  ])

/** A part of a text, with what is secret there: a part alone may lack the name that tells. */
export const maskPart = (text: string, part: Range, secrets = secretRanges(text)): string => {
  let masked = ''
  let at = part.start
  for (const { start, end } of secrets) {
    if (end <= at || start >= part.end) continue
    masked += text.slice(at, Math.max(at, start)) + MASK
    at = Math.min(end, part.end)
  }
  return masked + text.slice(at, part.end)
}

/** The text with every secret in it masked. */
export const maskSecrets = (text: string): string => maskPart(text, { start: 0, end: text.length })
