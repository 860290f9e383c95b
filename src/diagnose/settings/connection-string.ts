/** Strings that hold settings: URIs, keywords of libpq, data source names of Go and PHP, connection strings of .NET. */
import { readUri, withParams } from './uri.ts'

export interface ConnectionString {
  readonly kind: 'uri' | 'keywords' | 'pdo' | 'dbi' | 'dsn' | 'dotnet'
  /** `postgresql+asyncpg`, `jdbc:mysql`; of a DSN or PDO its driver, else empty. */
  readonly scheme: string
  /** By lower-case name, decoded. */
  readonly params: ReadonlyMap<string, string>
  /** Host and port, as they stand; several are separated by commas. */
  readonly address: string
  /** What keeps readers from finding the same host in it. */
  readonly raw: string | undefined
  /** The same with some settings set anew, and others gone. */
  readonly rebuild: (set: Readonly<Record<string, string>>, without?: readonly string[]) => string
}

const RAW: readonly (readonly [char: RegExp, name: string, code: string])[] = [
  [/#/, '#', '%23'],
  [/\?/, '?', '%3F'],
  [/\//, '/', '%2F'],
  [/@/, '@', '%40'],
]

/** What is wrong with the login of a URI; undefined where every reader finds the same host in it. */
const rawLogin = (text: string): string | undefined => {
  const rest = text.slice(text.indexOf('://') + 3)
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const inAuthority = authority.lastIndexOf('@')
  // Without an `@` before the path, a colon that no port follows begins a password, which goes on to the last `@`.
  const isTorn = inAuthority === -1 && /^[^:]*:(?!\d{1,5}(?:,|$))/.test(authority) && rest.includes('@')
  const login = isTorn ? rest.slice(0, rest.lastIndexOf('@')) : authority.slice(0, Math.max(0, inAuthority))
  const raw = RAW.filter(([char]) => char.test(login))
  return raw.length === 0
    ? undefined
    : `The password, or another part before the last @, contains ${raw.map(([, name, code]) => `“${name}”: write ${code}`).join(', ')}. Clients disagree about where the host begins; node-postgres, for one, throws “Invalid URL”.`
}

const URI = /^(?:jdbc:|r2dbc:|vertx-reactive:)?[a-z][a-z0-9+.:-]{1,40}:\/\//i

const quoteKeyword = (value: string) =>
  /^[\w./:\\-]+$/.test(value) ? value : `'${value.replaceAll(/['\\]/g, '\\$&')}'`

const pairsOf = (text: string): Map<string, string> => {
  const params = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(
    /([A-Za-z_][\w ]*?)\s*=\s*('(?:\\.|[^'])*'|"[^"]*"|[^\s;'"]*)/g,
  ))
    params.set(name.trim().toLowerCase(), value.replace(/^(['"])([\s\S]*)\1$/, '$2'))
  return params
}

/** Nothing but names with values. */
const PAIRS = /^[\s;]*(?:[A-Za-z_][\w ]{0,40}[ \t]*=[ \t]*(?:'(?:\\.|[^'])*'|"[^"]*"|[^\s;'"(]*)(?:[\s;]+|$)){2,60}$/

const setKeywords =
  (text: string, separator: string) =>
  (set: Readonly<Record<string, string>>, without: readonly string[] = []): string => {
    let next = text
    for (const name of [...Object.keys(set), ...without])
      next = next.replace(
        new RegExp(`(^|[\\s;:])\\s*${name}\\s*=\\s*(?:'(?:\\\\.|[^'])*'|"[^"]*"|[^\\s;'"]*)[;\\s]?`, 'gi'),
        '$1',
      )
    const added = Object.entries(set).map(([name, value]) => `${name}=${quoteKeyword(value)}`)
    const kept = next.trimEnd().replace(/;$/, '')
    return kept + (kept === '' || /[\s:;]$/.test(kept) ? '' : separator) + added.join(separator)
  }

const readDsn = (text: string): ConnectionString | undefined => {
  const [, address = '', query = ''] = /^[^\s@:/]*(?::[^\n]*)?@(?:\w+)?\(([^)]*)\)\/[^?]*(?:\?(.*))?$/.exec(text) ?? []
  if (!/@\w*\([^)]*\)\//.test(text)) return undefined
  const params = new Map(
    query.split('&').map((pair): [string, string] => {
      const [name = '', ...value] = pair.split('=')
      return [name.toLowerCase(), value.join('=')]
    }),
  )
  const rebuild: ConnectionString['rebuild'] = (set) => {
    const kept = query
      .split('&')
      .filter((pair) => pair !== '' && !Object.keys(set).includes(pair.split('=')[0]?.toLowerCase() ?? ''))
    const head = text.slice(0, text.length - query.length).replace(/\?$/, '')
    return `${head}?${[...kept, ...Object.entries(set).map(([name, value]) => `${name}=${value}`)].join('&')}`
  }
  return { kind: 'dsn', scheme: 'mysql', params, address, raw: undefined, rebuild }
}

const DOTNET = /(?:^|;)\s*(?:host|server|data source|addr|address|network address)\s*=/i
const DOTNET_ONLY =
  /(?:^|;)\s*(?:ssl ?mode|username|user id|uid|userid|pwd|password|database|initial catalog|root certificate|trust server certificate|sslca)\s*=/i

/** A string as a connection string; undefined for any other. */
export const readConnectionString = (text: string): ConnectionString | undefined => {
  if (text.length > 4000) return undefined
  if (URI.test(text)) {
    const uri = readUri(text)
    if (!uri) return undefined
    const { scheme, params, address } = uri
    return {
      kind: 'uri',
      scheme,
      params,
      address,
      raw: rawLogin(text),
      rebuild: (set, without) => withParams(uri, set, without),
    }
  }
  // PHP's `pgsql:host=…`, Perl's `dbi:Pg:host=…`.
  const pdo = /^(pgsql|mysql|mariadb|dbi:(?:pg|mysql|mariadb)):(?=[^/])/i.exec(text)?.[1]
  if (pdo !== undefined) {
    const params = pairsOf(text.slice(pdo.length + 1))
    const separator = pdo === 'pgsql' && !text.includes(';') && /\S\s+\w+=/.test(text) ? ' ' : ';'
    return {
      kind: /^dbi:/i.test(pdo) ? 'dbi' : 'pdo',
      scheme: pdo.toLowerCase(),
      params,
      address: params.get('host') ?? '',
      raw: undefined,
      rebuild: setKeywords(text, separator),
    }
  }
  const dsn = readDsn(text)
  if (dsn) return dsn
  if (!PAIRS.test(text)) return undefined
  const params = pairsOf(text)
  if (params.size < 2) return undefined
  if (text.includes(';') && DOTNET.test(text) && DOTNET_ONLY.test(text))
    return {
      kind: 'dotnet',
      scheme: '',
      params,
      address: params.get('host') ?? params.get('server') ?? '',
      raw: undefined,
      rebuild: setKeywords(text, ';'),
    }
  const isPg =
    ((params.has('host') || params.has('hostaddr') || params.has('service')) &&
      ['dbname', 'sslmode', 'user', 'port', 'sslrootcert'].some((name) => params.has(name))) ||
    (params.has('dbname') && (params.has('sslmode') || params.has('sslrootcert')))
  if (!isPg || text.includes(';')) return undefined
  return {
    kind: 'keywords',
    scheme: '',
    params,
    address: params.get('host') ?? '',
    raw: undefined,
    rebuild: setKeywords(text, ' '),
  }
}

/** Names of a string's settings, as they are written. */
export const writtenNames = ({ kind }: ConnectionString, value: string, query: string): string[] =>
  kind === 'uri'
    ? query
        .split('&')
        .map((pair) => pair.split('=')[0] ?? '')
        .filter((name) => name !== '')
    : kind === 'keywords'
      ? [...value.matchAll(/(?:^|\s)(\w+)\s*=/g)].map(([, name = '']) => name)
      : []
