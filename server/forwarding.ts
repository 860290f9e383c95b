/**
 * What is forwarded to the API: the operations of the console's one table, and nothing else. The desk, Caddy and nginx
 * all decide by the expressions that are made here, in a language that all three read: no look-around.
 */
import { OPERATIONS, type Operation } from '../src/api/operations.ts'

/** A slash or a backslash, as it is or encoded. */
const SEPARATOR = String.raw`(?:[/\\]|%2[Ff]|%5[Cc])`

/** Paths, and what follows them, that some server on the way might read otherwise than this one. */
const MISREAD = [
  // Whatever encodeURIComponent never leaves: a semicolon, a backslash, what is no ASCII.
  String.raw`[^A-Za-z0-9_.~!$&'()*+,=:@/%?-]`,
  // Dots alone between separators lead elsewhere; some servers cut off what follows a semicolon first.
  String.raw`${SEPARATOR}(?:\.|%2[Ee])+(?:${SEPARATOR}|%3[Bb]|\?|$)`,
  // Control characters, encoded.
  '%(?:[01][0-9A-Fa-f]|7[Ff])',
  // What was encoded twice, and what is no encoding.
  '%25[0-9A-Fa-f][0-9A-Fa-f]',
  '%(?:[^0-9A-Fa-f]|[0-9A-Fa-f][^0-9A-Fa-f]|[0-9A-Fa-f]?$)',
]

/** Matches a path, with or without a query, that isn't forwarded wherever it leads. */
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
 * @param readOnly whether whatever changes something is refused
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
