/**
 * Decides what is forwarded to the API: only the operations in the console's table. The desk, Caddy and nginx all use the
 * regular expressions made here, in a syntax that all three support: no look-around.
 */
import { OPERATIONS, type Operation } from '../src/api/operations.ts'

/** A slash or a backslash, as it is or encoded. */
const SEPARATOR = String.raw`(?:[/\\]|%2[Ff]|%5[Cc])`

/** Paths and queries that another server on the way might parse differently. */
const MISREAD = [
  // Characters that encodeURIComponent always encodes: a semicolon, a backslash, non-ASCII.
  String.raw`[^A-Za-z0-9_.~!$&'()*+,=:@/%?-]`,
  // Dot segments change the path; some servers first cut off what follows a semicolon.
  String.raw`${SEPARATOR}(?:\.|%2[Ee])+(?:${SEPARATOR}|%3[Bb]|\?|$)`,
  // Control characters, encoded.
  '%(?:[01][0-9A-Fa-f]|7[Ff])',
  // Double encoding, and invalid encoding.
  '%25[0-9A-Fa-f][0-9A-Fa-f]',
  '%(?:[^0-9A-Fa-f]|[0-9A-Fa-f][^0-9A-Fa-f]|[0-9A-Fa-f]?$)',
]

/** Matches paths, with or without a query, that are never forwarded. */
export const MISREAD_PATH = `^[^?]*(?:${MISREAD.join('|')})`

/** A parameter of a path is one segment. */
const pattern = (path: string) => path.replaceAll(/\{\w+\}/g, '[^/?]+')

const all: readonly Operation[] = Object.values(OPERATIONS)

/** Paths of requests, without their query, by the methods with which they are forwarded. */
export const forwardedPaths = (): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, string[]>()
  for (const { method, path } of all) paths.set(method, [...(paths.get(method) ?? []), `/v1${pattern(path)}`])
  return paths
}

const compiled = all.map((operation) => ({ operation, path: new RegExp(`^/v1${pattern(operation.path)}$`) }))
const misread = new RegExp(MISREAD_PATH)

export interface NotForwarded {
  readonly status: 403 | 404 | 405
  readonly message: string
}

/**
 * Why a request isn't forwarded, or undefined when it is.
 * @param path as it was sent, without its query
 * @param readOnly whether writes are refused
 */
export const refuseToForward = (method: string, path: string, readOnly: boolean): NotForwarded | undefined => {
  const here = misread.test(path) ? [] : compiled.filter((operation) => operation.path.test(path))
  if (here.length === 0) return { status: 404, message: 'The console doesn’t use this path, so it isn’t forwarded.' }
  const found = here.find(({ operation }) => operation.method === method)
  if (!found) return { status: 405, message: `The console doesn’t use ${method} here, so it isn’t forwarded.` }
  if (readOnly && found.operation.kind === 'write') {
    return { status: 403, message: 'Changes are rejected: npm run live was started with --read-only.' }
  }
  return undefined
}
