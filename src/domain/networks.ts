/** Networks in CIDR notation, as lists of allowed addresses hold them. */

export interface Network {
  /** 4 bytes, or 16. */
  readonly bytes: readonly number[]
  /** Length of the prefix in bits. */
  readonly prefix: number
}

const parseV4 = (text: string): readonly number[] | undefined => {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
    ? parts.map(Number)
    : undefined
}

const GROUPS = 8

/** An IPv6 address, also with an IPv4 address at its end. */
const parseV6 = (text: string): readonly number[] | undefined => {
  const [, before = '', dotted] = /^(.*:)(\d+(?:\.\d+){3})$/.exec(text) ?? []
  const v4 = dotted === undefined ? [] : parseV4(dotted)
  if (!v4) return undefined
  const hex = (high = 0, low = 0) => ((high << 8) | low).toString(16)
  const plain = dotted === undefined ? text : `${before}${hex(v4[0], v4[1])}:${hex(v4[2], v4[3])}`
  const halves = plain.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = GROUPS - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
}

const parseAddress = (text: string): readonly number[] | undefined => parseV4(text) ?? parseV6(text)

/** A network, with its host bits; a plain address is a network of one. undefined for anything else. */
export const parseNetwork = (text: string): Network | undefined => {
  const [address = '', prefix, ...rest] = text.trim().split('/')
  const bytes = parseAddress(address)
  if (!bytes || rest.length > 0) return undefined
  const bits = bytes.length * 8
  if (prefix === undefined) return { bytes, prefix: bits }
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits ? { bytes, prefix: Number(prefix) } : undefined
}

const maskOf = (index: number, prefix: number): number => 255 & ~(255 >> Math.min(Math.max(prefix - index * 8, 0), 8))

/** The same without host bits: 10.20.3.4/16 becomes 10.20.0.0/16. */
export const withoutHostBits = ({ bytes, prefix }: Network): Network => ({
  bytes: bytes.map((byte, index) => byte & maskOf(index, prefix)),
  prefix,
})

/** Whether bits are set behind the prefix, which the API refuses: 10.20.3.4/16. */
export const hasHostBits = ({ bytes, prefix }: Network): boolean =>
  bytes.some((byte, index) => (byte & ~maskOf(index, prefix)) !== 0)

/** The longest run of zero groups is left out, as RFC 5952 has it. */
const formatV6 = (bytes: readonly number[]): string => {
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  )
  const [longest = ''] = [...groups.join(':').matchAll(/\b0(?::0)+\b/g)]
    .map(([run]) => run)
    .toSorted((a, b) => b.length - a.length)
  const text = groups.join(':')
  return longest === '' ? text : text.replace(new RegExp(`(^|:)${longest}(:|$)`), '::')
}

/** "10.20.0.0/16", "2001:db8::/32" */
export const formatNetwork = ({ bytes, prefix }: Network): string =>
  `${bytes.length === 4 ? bytes.join('.') : formatV6(bytes)}/${String(prefix)}`

/** Whether every address of the inner one is in the outer one. */
export const contains = (outer: Network, inner: Network): boolean =>
  outer.bytes.length === inner.bytes.length &&
  outer.prefix <= inner.prefix &&
  outer.bytes.every((byte, index) => {
    const mask = maskOf(index, outer.prefix)
    return (byte & mask) === ((inner.bytes[index] ?? 0) & mask)
  })

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255]

/** Turns an IPv4-mapped IPv6 address (::ffff:203.0.113.7), as servers log it, into the IPv4 address. */
export const plainV4 = ({ bytes, prefix }: Network): Network =>
  bytes.length === 16 && prefix >= 96 && MAPPED.every((byte, index) => bytes[index] === byte)
    ? { bytes: bytes.slice(12), prefix: prefix - 96 }
    : { bytes, prefix }

/** Whether it includes every address of its family. */
export const isEveryone = ({ prefix }: Network): boolean => prefix === 0
