/** Finds host names in error messages and commands, which tell whose server a text is about. */

export interface NamedHost {
  /** Lower case, without a dot at its end. */
  readonly host: string
  /** The port that stands with it, if one does. */
  readonly port: number | undefined
}

const LABELS = '[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9][a-z0-9-]{0,62}){1,10}'
/** What may stand between a host and its port: `host:1`, Java's `host/10.0.0.1:1`, libpq's `"host" (10.0.0.1), port 1`, settings. */
const BEFORE_PORT = [
  '(?:/(?:<unresolved>|[\\d.]{7,15}))?:',
  '[^\\n\\w]{1,3}(?:\\([^)\\n]{0,60}\\))?[,、]? ?(?:port|puerto|porta|порт|ポート) ?',
  '[\'"]?,\\s{0,40}[\'"]?port[\'"]?: ?[\'"]?',
  '[\'"]? port=[\'"]?',
]
/** Two labels at least. */
const HOST = new RegExp(`(?<![\\w.-])(${LABELS})\\.?(?:(?:${BEFORE_PORT.join('|')})(\\d{1,5})\\b)?`, 'gi')

/** Lower case, as they stand in a text; dotted names of classes too. */
export function* hostsIn(text: string): Generator<NamedHost> {
  for (const [, host = '', port] of text.matchAll(HOST))
    yield { host: host.toLowerCase(), port: port === undefined ? undefined : Number(port) }
}

/**
 * The endpoint that a text speaks of: one whose host stands in it, if possible with its port too.
 * @param byHost endpoints by host, lower case
 */
export const endpointNamed = <T extends { readonly port: number }>(
  text: string,
  byHost: ReadonlyMap<string, readonly T[]>,
): T | undefined => {
  let first: T | undefined
  for (const { host, port } of hostsIn(text)) {
    const endpoints = byHost.get(host)
    const exact = endpoints?.find((endpoint) => endpoint.port === port)
    if (exact) return exact
    first ??= endpoints?.[0]
  }
  return first
}

/** The port that a text names with one of its hosts where none of the host's endpoints has it; undefined if one fits. */
export const portAstray = (
  text: string,
  byHost: ReadonlyMap<string, readonly { readonly port: number }[]>,
): number | undefined => {
  let astray: number | undefined
  for (const { host, port } of hostsIn(text)) {
    const endpoints = byHost.get(host)
    if (!endpoints || port === undefined) continue
    if (endpoints.some((endpoint) => endpoint.port === port)) return undefined
    astray ??= port
  }
  return astray
}
