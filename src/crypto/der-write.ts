/** A writer of DER (ITU-T X.690), as much of it as PKCS#8 and PKCS#12 need. The counterpart of `der.ts`. */
import { TAG } from './der.ts'

/** Joins byte strings. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

/** Big-endian digits of a whole number, as few as it takes, at least one. */
const digits = (value: number, base: number): number[] =>
  value < base ? [value] : [...digits(Math.floor(value / base), base), value % base]

const lengthBytes = (length: number): number[] => {
  if (length < 0x80) return [length]
  const bytes = digits(length, 256)
  return [0x80 | bytes.length, ...bytes]
}

/** One element: its tag, the length, and the parts one after the other. */
export const element = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = concat(...parts)
  return concat(Uint8Array.from([tag, ...lengthBytes(content.length)]), content)
}

/** A SEQUENCE of elements that are encoded already. */
export const sequence = (...parts: readonly Uint8Array[]) => element(TAG.sequence, ...parts)

export const octetString = (bytes: Uint8Array) => element(TAG.octetString, bytes)

/** Context-specific and constructed: `[n] EXPLICIT`, or `[n] IMPLICIT` of what is constructed itself. */
export const tagged = (n: number, ...parts: readonly Uint8Array[]) => element(0xa0 | n, ...parts)

/** NULL. */
export const nothing = element(0x05)

/** INTEGER, zero or more. */
export const integer = (value: number) => {
  const bytes = digits(value, 256)
  return element(TAG.integer, Uint8Array.from((bytes[0] ?? 0) & 0x80 ? [0, ...bytes] : bytes))
}

/** OBJECT IDENTIFIER out of its dotted form. */
export const oid = (dotted: string) => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = digits(arc, 128)
    return groups.map((group, index) => (index < groups.length - 1 ? group | 0x80 : group))
  })
  return element(TAG.oid, Uint8Array.from(arcs))
}

const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const index = a.findIndex((byte, i) => byte !== b[i])
  return index === -1 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? -1)
}

/** SET OF: DER wants its members in the order of their bytes (X.690, 11.6). */
export const setOf = (...members: readonly Uint8Array[]) => element(TAG.set, ...members.toSorted(compareBytes))

/** A text as UTF-16, high byte first: what BMPString holds, and what Java makes of a password. */
export const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
      unit >> 8,
      unit & 0xff,
    ]),
  )

export const bmpString = (text: string) => element(0x1e, utf16(text))

/** rsaEncryption with NULL parameters. */
const RSA_ALGORITHM = sequence(oid('1.2.840.113549.1.1.1'), nothing)

/** The older form of an RSA key (PKCS#1) as PKCS#8 (RFC 5208). */
export const wrapRsaKey = (pkcs1: Uint8Array) => sequence(integer(0), RSA_ALGORITHM, octetString(pkcs1))
