/** Reads base64 without BEGIN and END lines: a certificate, key or store copied out of a file, a secret or code. */
import { assignedTo } from './armour.ts'
import { cleanLines, decodeBase64 } from './armour-body.ts'
import { withoutBefore } from './beside-lines.ts'

export interface BareBody {
  readonly bytes: Uint8Array
  readonly encoding: 'base64' | 'hexadecimal'
  /** What it is assigned to, where that can be seen: a key of a YAML file, a variable. */
  readonly label: string | undefined
}

/**
 * Where a DER structure may begin: `0x30`, then a length of one or two bytes; or a short one with what keys on curves
 * have next: a version of 0 or 1, or the name of such a key. A patch's plus may stand before it. What stands before is
 * asked behind the first letter, which is found faster.
 */
const DER =
  /M(?:(?<![A-Za-z0-9+/_-]M)|(?<=^\+M))(?:I[GHIJ][A-Za-z0-9+/_-]{5}|[A-H][AEIMQUYcgkosw048](?:CAQ[AE]|w(?:BQYDK2V|E[A-Za-z]YHKoZI))[A-Za-z0-9+/_-])/gm
/** PEM (in UTF-16 too), DER and PEM in base64 once more, and a Java key store; a value ends with its line, unless the next ones hold base64 and nothing else. */
const OTHERS =
  /(?<![A-Za-z0-9+/])(?:LS0tLS1CRUdJTi|LQAtAC0ALQAt|TFMwdExTMUNSVWRK|TUl[HJK]|MI[GIJ]|\/u3\+7Q)[A-Za-z0-9+/]{5,}(?:(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/]{4,}(?=={0,2}[ \t]*\r?$))+(?:[ \t]*\r?\n[ \t]*[A-Za-z0-9+/]{2,3}(?=={1,2}[ \t]*\r?$))?)?={0,2}/gm
/** Hexadecimal, as databases and `openssl` write bytes. */
const HEX = /(?<![0-9a-f])30:?(?:8[12]:?[0-9a-f]{2}|[2-7][0-9a-f]:?02:?01:?0[01])(?::?[0-9a-f]{2}){40,}/gi

const SHORTEST = 80
/** A key on a curve is shorter. */
const SHORTEST_DER = 44
/** Starts that lead to nothing; a text with more was made to have them. */
const MAX_TRIES = 50

/** How many bytes a DER structure says that it has, from its first six; undefined for none. */
const lengthOf = (head: string): number | undefined => {
  const [, form, first = 0, second = 0] = decodeBase64(head.replaceAll('-', '+').replaceAll('_', '/')) ?? []
  if (form !== undefined && form < 0x80) return 2 + form
  if (form === 0x81) return 3 + first
  return form === 0x82 ? 4 + first * 256 + second : undefined
}

const ESCAPES: Readonly<Record<string, string>> = { '2b': '+', '2f': '/', '3d': '=', '0a': '\n', '0d': '\r', '20': ' ' }

/** Exactly as many bytes as the structure says, whatever stands between the lines; undefined where they aren't there. */
const readDerAt = (text: string, index: number): Uint8Array | undefined => {
  const length = lengthOf(text.slice(index, index + 8))
  if (length === undefined || length < SHORTEST_DER) return undefined
  const wanted = Math.ceil((length * 4) / 3)
  const raw = text
    .slice(index, index + wanted * 2 + 200)
    .replaceAll(/%(2B|2F|3D|0A|0D|20)/gi, (_, hex: string) => ESCAPES[hex.toLowerCase()] ?? '')
  const before = text.slice(Math.max(text.lastIndexOf('\n', index - 1) + 1, index - 40), index)
  const body = cleanLines(withoutBefore(raw, before)).base64.slice(0, wanted).replaceAll('-', '+').replaceAll('_', '/')
  return body.length === wanted ? decodeBase64(body) : undefined
}

/** A line of `xxd` or `hexdump -C`: where it is, up to sixteen bytes, and the same as characters. */
const DUMP_LINE = /^[0-9a-f]{7,8}:?[ \t]+((?:[0-9a-f]{2} {0,2}){1,16})(?: .*|\|.*)?$/gim

/** The bytes of a dump as one number, so that they are read like others. */
const undump = (text: string): string =>
  /^0{7,8}:?[ \t]+30 ?(?:8[12]|[2-7][0-9a-f] ?02 ?01)/m.test(text)
    ? [...text.matchAll(DUMP_LINE)].map(([, bytes = '']) => bytes.replaceAll(' ', '')).join('')
    : ''

const fromHex = (text: string): Uint8Array => {
  const digits = text.replaceAll(':', '')
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
}

/**
 * Everything in a text that may be bytes, in its order.
 * @param text at most a megabyte
 */
export function* bareBodies(text: string): Generator<BareBody> {
  const taken: (readonly [start: number, end: number])[] = []
  const isTaken = (at: number) => taken.some(([start, end]) => at >= start && at < end)
  let tries = 0
  for (const { index } of text.matchAll(DER)) {
    if (tries >= MAX_TRIES) break
    if ((taken.at(-1)?.[1] ?? 0) > index) continue
    const bytes = readDerAt(text, index)
    if (!bytes) {
      tries++
      continue
    }
    taken.push([index, index + bytes.length])
    yield { bytes, encoding: 'base64', label: assignedTo(text, index) }
  }
  for (const { 0: match, index } of text.matchAll(OTHERS)) {
    const chars = match.replace(/\s+/g, '')
    // Cut within four characters: what stands before them still tells what it was.
    const whole = chars.length % 4 === 1 ? chars.slice(0, -1) : chars
    const bytes = match.length < SHORTEST || isTaken(index) ? undefined : decodeBase64(whole)
    if (bytes) yield { bytes, encoding: 'base64', label: assignedTo(text, index) }
  }
  for (const [match] of undump(text).matchAll(HEX))
    yield { bytes: fromHex(match), encoding: 'hexadecimal', label: undefined }
  for (const { 0: match, index } of text.matchAll(HEX))
    yield { bytes: fromHex(match), encoding: 'hexadecimal', label: assignedTo(text, index) }
}
