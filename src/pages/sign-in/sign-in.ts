/** Signing in: what was pasted becomes a token. */

/** Prefixes of a copied token: from a header, or a line of an environment file. */
const WRAPPING = /^(?:(?:export\s+)?AIVEN_(?:AUTH_)?TOKEN=|(?:authorization:\s*)?(?:aivenv1|bearer)\s+)/i

/**
 * The token in what was pasted, without blanks, quotes or the scheme in front.
 * @returns undefined when no HTTP header could carry it
 */
export const tokenIn = (pasted: string): string | undefined => {
  const token = pasted
    .trim()
    .replace(WRAPPING, '')
    .replace(/^(["'])(.*)\1$/, '$2')
  return /^[\x21-\x7e]+$/.test(token) ? token : undefined
}

/** The path to go to: within the console, never to another host and never back to signing in. */
export const safeReturn = (wanted: string | null, origin: string): string => {
  if (wanted === null || !wanted.startsWith('/')) return '/'
  const url = URL.parse(wanted, origin)
  if (url?.origin !== origin || url.pathname === '/sign-in') return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
