/** One setting under its many names: `ssl.ca.location`, `SSL_CA_LOCATION`, `SslCaLocation`, `spring.kafka.ssl.trust-store-location`. */
import type { Literal, Setting } from '../documents/document.ts'

/** Letters and digits alone, lower case. */
export const flat = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The last part of a name: `connect_args.sslmode`, `data-source-properties.sslmode`. */
export const lastOf = (name: string): string => name.split('.').at(-1) ?? name

export interface NamedSetting {
  /** The name of the table. */
  readonly name: string
  /** What stands before it, as written: `producer.`, `KAFKA_CLUSTERS_0_PROPERTIES_`. */
  readonly prefix: string
  readonly setting: Setting
}

/** Where the last `length` letters and digits of a name begin; undefined inside of a word. */
const cut = (name: string, length: number): number | undefined => {
  let left = length
  let at = name.length
  while (left > 0 && at > 0) if (/[a-z0-9]/i.test(name.charAt(--at))) left--
  if (at === 0) return 0
  const [before, first] = [name.charAt(at - 1), name.charAt(at)]
  return /[^a-z0-9]/i.test(before) || (/[a-z0-9]/.test(before) && /[A-Z]/.test(first)) ? at : undefined
}

/**
 * The settings of a table among those of a group; the longest name that fits the end counts.
 * @param names of the table, as its documentation writes them
 */
export const findNames = (settings: readonly Setting[], names: readonly string[]): NamedSetting[] => {
  const table = names
    .map((name) => ({ name, letters: flat(name) }))
    .toSorted((one, other) => other.letters.length - one.letters.length)
  return settings.flatMap((setting) => {
    const letters = flat(setting.name)
    const fits = table.find((entry) => letters.endsWith(entry.letters))
    const at = fits && cut(setting.name, fits.letters.length)
    return fits && at !== undefined ? [{ name: fits.name, prefix: setting.name.slice(0, at), setting }] : []
  })
}

/** A name of the table in the way in which another one is written; undefined where that way isn't known. */
export const inStyleOf = ({ name, prefix, setting }: NamedSetting, wanted: string): string | undefined => {
  const written = setting.name.slice(prefix.length)
  if (written === name) return prefix + wanted
  if (written === name.toUpperCase().replaceAll(/[.-]/g, '_'))
    return prefix + wanted.toUpperCase().replaceAll(/[.-]/g, '_')
  return undefined
}

/** What modes and protocols are called, as constants of a language too. */
const KNOWN =
  /(?:^|[.:])(?:true|false|none|null|nil|undefined|disabled?|allow|prefer(?:red)?|required?|verify[-_]?(?:ca|full|identity))$|(?:ssl|plain_?text)$/i

/** `a ? b : c`, `a ?? b`, `b if c else d`. */
const CHOICE = /[?|]|\s(?:or|if|else)\s/

/** What a setting says; a placeholder for a mode or protocol that a variable or a condition of the code says. */
export const saidBy = (name: string, { value, range, encode }: Literal): string =>
  /mode$|protocol$/.test(name) &&
  range.end - range.start === value.length &&
  value !== '' &&
  (!KNOWN.test(value) || CHOICE.test(value)) &&
  // A file's values without quotes can be written anew.
  encode('x') === undefined
    ? '<variable>'
    : value

/** Settings by lower-case name, the last of several. */
export const paramsOf = (named: readonly { readonly name: string; readonly setting: Setting }[]): Map<string, string> =>
  new Map(named.map(({ name, setting }) => [name, saidBy(name, setting.literal)]))
