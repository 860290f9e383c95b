/**
 * The list of addresses that may connect to a service (`user_config.ip_filter`). The API takes texts and objects with a
 * description, and clients that expect one form fail on the other: each entry keeps its form.
 */
import {
  contains,
  formatNetwork,
  hasHostBits,
  isEveryone,
  parseNetwork,
  plainV4,
  withoutHostBits,
  type Network,
} from './networks.ts'

/** The API's maximum. */
export const MAX_ADDRESSES = 8000

export interface AllowedAddress {
  /** As the API has it: a text, or an object with `network` and perhaps `description`. */
  readonly raw: unknown
  /** The network as written in the entry. */
  readonly text: string
  readonly description: string | undefined
  /** undefined where the text is no network. */
  readonly network: Network | undefined
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const readEntry = (raw: unknown): AllowedAddress => {
  const { network, description } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>
  const text = textOf(raw) ?? textOf(network) ?? JSON.stringify(raw)
  return { raw, text, description: textOf(description), network: parseNetwork(text) }
}

/** The entries of the API's list; undefined if it isn't set, and the default applies. */
export const readAllowed = (value: unknown): readonly AllowedAddress[] | undefined =>
  Array.isArray(value) ? (value as unknown[]).map(readEntry) : undefined

/** An entry as the API takes it: an object if it has a description, else a text. */
export const newEntry = (network: string, description: string): unknown =>
  description === '' ? network : { network, description }

/** Whether an entry allows all IPv4 or all IPv6 addresses. */
export const isOpen = ({ network }: AllowedAddress): boolean => network !== undefined && isEveryone(network)

export interface AdmittingEntries {
  /** The entries that allow all of the network. */
  readonly all: readonly AllowedAddress[]
  /** The entries that allow a part of the network. */
  readonly part: readonly AllowedAddress[]
  /** Unreadable entries: what they allow isn't known. */
  readonly unread: readonly AllowedAddress[]
}

/** The entries that allow an address or a network; undefined if the text is neither. */
export const entriesAdmitting = (entries: readonly AllowedAddress[], text: string): AdmittingEntries | undefined => {
  const parsed = parseNetwork(text)
  if (!parsed) return undefined
  const wanted = plainV4(parsed)
  const coverageOf = ({ network }: AllowedAddress): keyof AdmittingEntries | undefined => {
    if (!network) return 'unread'
    const held = plainV4(network)
    if (contains(held, wanted)) return 'all'
    return contains(wanted, held) ? 'part' : undefined
  }
  const entriesThat = (kind: keyof AdmittingEntries) => entries.filter((entry) => coverageOf(entry) === kind)
  return { all: entriesThat('all'), part: entriesThat('part'), unread: entriesThat('unread') }
}

/** One address in typed or pasted text. */
export interface TypedAddress {
  /** As it was typed. */
  readonly typed: string
  readonly description: string
  /** The network to add, in CIDR notation; undefined if there is a fault. */
  readonly network: string | undefined
  readonly fault?: 'no-network' | 'host-bits' | 'duplicate' | 'too-long'
  /** Suggestions for an address with host bits: its network, and the address alone. */
  readonly offers?: readonly string[]
}

const MAX_DESCRIPTION = 1024

const judge = (typed: string, description: string, taken: ReadonlySet<string>): TypedAddress => {
  const network = parseNetwork(typed)
  if (!network) return { typed, description, network: undefined, fault: 'no-network' }
  if (hasHostBits(network)) {
    const alone = { ...network, prefix: network.bytes.length * 8 }
    const offers = [formatNetwork(withoutHostBits(network)), formatNetwork(alone)]
    return { typed, description, network: undefined, fault: 'host-bits', offers }
  }
  if (description.length > MAX_DESCRIPTION) return { typed, description, network: undefined, fault: 'too-long' }
  const text = formatNetwork(network)
  return taken.has(text)
    ? { typed, description, network: undefined, fault: 'duplicate' }
    : { typed, description, network: text }
}

/** Quotes, brackets and commas of lists in JSON, Terraform and YAML. */
const unquoted = (text: string): string => text.replaceAll(/["'[\]{}]/g, ' ').replace(/^\s*-\s+/, '')

/**
 * Addresses in what was typed or pasted: one or more per line, separated by commas, semicolons or spaces. What follows
 * `#` or `//`, or words after the last address, describes the addresses of that line.
 * @param present what the list has already, in CIDR notation
 */
export const readTyped = (text: string, present: Iterable<string>): readonly TypedAddress[] => {
  const taken = new Set(present)
  return text.split(/\r?\n/).flatMap((line) => {
    const [, data = '', comment = ''] = /^(.*?)(?:(?:#|\/\/)\s*(.*))?$/.exec(line) ?? []
    const words = unquoted(data)
      .split(/[\s,;]+/)
      .filter(Boolean)
    const isAddress = (word: string) => /\d+\.\d+|:.*:|\//.test(word)
    // A single word in a line counts as an address, even if it isn't one.
    const last = Math.max(words.findLastIndex(isAddress), words.length === 1 ? 0 : -1)
    if (last < 0) return words.length === 0 ? [] : [judge(words.join(' '), '', taken)]
    const description = [words.slice(last + 1).join(' '), comment.trim()].filter(Boolean).join(' ')
    return words.slice(0, last + 1).map((word) => {
      const judged = judge(word, description, taken)
      if (judged.network !== undefined) taken.add(judged.network)
      return judged
    })
  })
}

/** The network of an entry in canonical form, for comparisons. */
export const canonical = ({ network, text }: AllowedAddress): string =>
  network ? formatNetwork(withoutHostBits(network)) : text
