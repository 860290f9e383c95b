/**
 * A reader of DER (ITU-T X.690), as much of it as X.509 needs: definite lengths, one-byte tags.
 * Every access is checked against the bounds of the element that holds it; whatever is wrong
 * becomes a `DerError`, never an out-of-range read.
 */

/** The bytes aren't the DER that was expected. The message is for people who debug, not for the page. */
export class DerError extends Error {
  override name = 'DerError'
}

/** One element: its tag byte, its content, and all its bytes with header. */
export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
  readonly bytes: Uint8Array
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const

const byteAt = (data: Uint8Array, index: number): number => {
  const byte = data[index]
  if (byte === undefined) throw new DerError(`the data ends at byte ${String(data.length)}`)
  return byte
}

const readLength = (data: Uint8Array, at: number): { length: number; next: number } => {
  const first = byteAt(data, at)
  if (first < 0x80) return { length: first, next: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 4) throw new DerError('a length that DER does not allow')
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + byteAt(data, at + 1 + i)
  if (length < 0x80 || (count > 1 && byteAt(data, at + 1) === 0)) {
    throw new DerError('a length that is not in its shortest form')
  }
  return { length, next: at + 1 + count }
}

const readAt = (data: Uint8Array, at: number): { element: DerElement; next: number } => {
  const tag = byteAt(data, at)
  if ((tag & 0x1f) === 0x1f) throw new DerError('a tag of several bytes')
  const { length, next } = readLength(data, at + 1)
  const end = next + length
  if (end > data.length) throw new DerError('an element that is longer than the data')
  return {
    element: { tag, content: data.subarray(next, end), bytes: data.subarray(at, end) },
    next: end,
  }
}

/** The one element that `data` consists of. Bytes left over are an error. */
export const readDer = (data: Uint8Array): DerElement => {
  const { element, next } = readAt(data, 0)
  if (next !== data.length) throw new DerError('bytes after the end')
  return element
}

/** The elements inside a constructed element, in order. */
export const children = (parent: DerElement): DerElement[] => {
  const found: DerElement[] = []
  let at = 0
  while (at < parent.content.length) {
    const { element, next } = readAt(parent.content, at)
    found.push(element)
    at = next
  }
  return found
}

/** `element` if it is there and has the tag, else a `DerError` that names what was expected. */
export const expectTag = (element: DerElement | undefined, tag: number, what: string): DerElement => {
  if (element?.tag !== tag) throw new DerError(`${what} is missing`)
  return element
}

/** Dotted form of an OBJECT IDENTIFIER. */
export const readOid = (element: DerElement | undefined): string => {
  const { content } = expectTag(element, TAG.oid, 'an object identifier')
  const arcs: bigint[] = []
  let value = 0n
  for (const byte of content) {
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte & 0x80) continue
    arcs.push(value)
    value = 0n
  }
  const [first, ...rest] = arcs
  if (first === undefined || byteAt(content, content.length - 1) & 0x80) {
    throw new DerError('an object identifier without an end')
  }
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n
  return [root, first - root * 40n, ...rest].join('.')
}

/** The bytes of a BIT STRING; strings that don't end on a byte are refused. */
export const readBitString = (element: DerElement | undefined): Uint8Array => {
  const { content } = expectTag(element, TAG.bitString, 'a bit string')
  if (byteAt(content, 0) !== 0) throw new DerError('a bit string that does not end on a byte')
  return content.subarray(1)
}

/** Lower-case hex, two digits a byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
