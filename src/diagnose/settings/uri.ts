/** Takes a URI apart. Lenient: whatever stands where a part belongs is that part. */
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

/** The parts of an address, decoded; undefined for a text that is none. */
export const readUri = (text: string): UriParts | undefined => {
  const [, scheme = '', userInfo, address = '', path = '', query = ''] = URI.exec(text) ?? []
  // A scheme alone is named, not used.
  if (scheme === '' || text.endsWith('://')) return undefined
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
  const all = [...kept, ...added]
  return `${scheme}://${login}${address}${path}${all.length === 0 ? '' : `?${all.join('&')}`}`
}
