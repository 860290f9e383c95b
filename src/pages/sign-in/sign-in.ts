/** Signing in: what was pasted becomes a token, and the API says whose it is. */
import type { QueryClient } from '@tanstack/react-query'

import { readAnswer, readUserInfo } from '../../api/read.ts'

/** What stands in front of a token where people copy it from: a header, a line of an environment file. */
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

/**
 * Asks the API whose token this is, past the cache: until it is known to be good, the session has none.
 * @throws {ApiError}
 */
export const whose = async (queryClient: QueryClient, token: string, signal: AbortSignal): Promise<string> => {
  const api = queryClient.getDefaultOptions().queries?.meta?.api
  if (!api) throw new Error('The query client was made without an API client.')
  const answer = await api({ operation: 'UserInfo', path: '/me', signal, token })
  return readAnswer('UserInfo', answer, readUserInfo).user
}

/** The path to go to: within the console, never to another host and never back to signing in. */
export const safeReturn = (wanted: string | null, origin: string): string => {
  if (wanted === null || !wanted.startsWith('/')) return '/'
  const url = URL.parse(wanted, origin)
  if (url?.origin !== origin || url.pathname === '/sign-in') return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
