/** Host names in error messages and commands, to find whose server a text speaks of. */

export interface NamedHost {
  /** Lower case, without a dot at its end. */
  readonly host: string
  /** The port that stands with it, if one does. */
  readonly port: number | undefined
}

/** Two labels at least; what follows tells the port: `host:5432`, or `"host" (10.0.0.1), port 5432`. */
const HOST =
  /(?<![\w.-])([a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9][a-z0-9-]{0,62}){1,10})\.?(?:(?::|[^\n\w]{1,3}(?:\([^)\n]{0,60}\))?,? port )(\d{1,5})\b)?/gi

/** A message names a few; more would be a log. */
const MOST = 200

/** @param text at most some ten thousand characters */
export const hostsIn = (text: string): NamedHost[] =>
  [...text.matchAll(HOST)].slice(0, MOST).map(([, host = '', port]) => ({
    host: host.toLowerCase(),
    port: port === undefined ? undefined : Number(port),
  }))

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
