/** What a connection string or a configuration comes to: does the client really verify whom it talks to? */

/**
 * - `full`: the CA and the host's name.
 * - `chain`: the CA alone; any server of the same CA will do.
 * - `public`: CA and name, but of public CAs only: a server of the project's own CA is refused.
 * - `none`: encrypted, and any server will do.
 * - `plain`: not even encrypted.
 * - `depends`: on something that does not stand in the text.
 * - `fails`: the client does not take it.
 */
export type Verifies = 'full' | 'chain' | 'public' | 'none' | 'plain' | 'depends' | 'fails'

export interface DriverVerdict {
  /** The client, as people call it. */
  readonly driver: string
  readonly verifies: Verifies
  /** Why, as a sentence. */
  readonly because: string
  /** How this is known: the version that was run, or whose code was read; else `NOT_RUN`. */
  readonly known: string
  /** The run of the proof that showed it: a trap's id, or the key of a guide's proof. */
  readonly seen?: string | undefined
}

/** What a driver makes of some settings, why, and the run that showed it where one did. */
export type Judged = readonly [verifies: Verifies, because: string, seen?: string | undefined]

export const driverVerdict = (driver: string, known: string, [verifies, because, seen]: Judged): DriverVerdict => ({
  driver,
  verifies,
  because,
  known,
  seen,
})

/** What is said of a driver that has been neither run nor read for this console. */
export const NOT_RUN = 'not run, not read: what it is documented to do, as far as we know'

export interface ConnectionCheck {
  /** What was found: "PostgreSQL connection string". */
  readonly what: string
  /** As it came, secrets and all: shown masked only. */
  readonly text: string
  readonly drivers: readonly DriverVerdict[]
  /** The same, but verifying server and name with the CA in `ca.pem`; undefined where it does so already. */
  readonly corrected: string | undefined
  /** What else is wrong with it, as sentences. */
  readonly notes: readonly string[]
}

/** What is said where it cannot be told which client reads it. */
export const unknownClient = (what: string, text: string): ConnectionCheck => ({
  what: `${what} connection string`,
  text,
  drivers: [],
  corrected: undefined,
  notes: ['Which client reads this, and how it verifies the server with these settings, is not known here.'],
})

const RAW: readonly (readonly [char: RegExp, name: string, code: string])[] = [
  [/#/, '#', '%23'],
  [/\?/, '?', '%3F'],
  [/\//, '/', '%2F'],
  [/@/, '@', '%40'],
]

/** What is wrong with the login of a URI; undefined where every reader finds the same host in it. */
export const rawLogin = (text: string): string | undefined => {
  const rest = text.slice(text.indexOf('://') + 3)
  const login = rest.slice(0, Math.max(0, rest.lastIndexOf('@')))
  const raw = RAW.filter(([char]) => char.test(login))
  return raw.length === 0
    ? undefined
    : `The password, or another part before the last @, holds ${raw.map(([, name, code]) => `“${name}”: write ${code}`).join(', ')}. Clients disagree where the host begins; many refuse such a string.`
}

/** A URI in parts. Lenient: whatever stands where a part belongs is that part. */
export interface UriParts {
  readonly scheme: string
  readonly userInfo: string | undefined
  readonly address: string
  readonly path: string
  readonly query: string
  /** By lower-case name, decoded; the last of several. */
  readonly params: ReadonlyMap<string, string>
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const URI = /^([a-z][a-z0-9+.:-]*):\/\/(?:([^@/?]*)@)?([^/?]*)([^?]*)(?:\?(.*))?$/is

export const readUri = (text: string): UriParts | undefined => {
  const [, scheme = '', userInfo, address = '', path = '', query = ''] = URI.exec(text) ?? []
  if (scheme === '') return undefined
  const params = new Map<string, string>()
  for (const pair of query.split('&')) {
    const [name = '', ...value] = pair.split('=')
    if (name !== '') params.set(decode(name).toLowerCase(), decode(value.join('=')))
  }
  return { scheme: scheme.toLowerCase(), userInfo, address, path, query, params }
}

/** A URI with some parameters set anew, in place of those of the same names and of `without`. */
export const withParams = (
  { scheme, userInfo, address, path, query }: UriParts,
  set: Readonly<Record<string, string>>,
  without: readonly string[] = [],
): string => {
  const gone = new Set([...Object.keys(set), ...without].map((name) => name.toLowerCase()))
  const kept = query.split(/[&;]/).filter((pair) => {
    const name = decode(pair.split('=')[0] ?? '').toLowerCase()
    return name !== '' && !gone.has(name)
  })
  const added = Object.entries(set).map(([name, value]) => `${name}=${value}`)
  const login = userInfo === undefined ? '' : `${userInfo}@`
  return `${scheme}://${login}${address}${path}?${[...kept, ...added].join('&')}`
}
