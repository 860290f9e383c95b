import { focusManager, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

import type { Api } from '../api/client.ts'
import { ApiError, statusOf } from '../api/errors.ts'
import { USER_INFO, userInfo } from '../api/account.ts'
import { forgetBrowserUser, greetUser } from '../features/user/browser-user.ts'
import type { Session } from './session.ts'

/**
 * Attention, in the words of React Query: someone may be looking, and the network is there. Without it nothing is
 * refreshed; when it comes back, what has grown old is.
 */
const watchAttention = () => {
  focusManager.setEventListener((setFocused) => {
    const listener = () => {
      setFocused(document.visibilityState === 'visible' && navigator.onLine)
    }
    const events = ['visibilitychange', 'online', 'offline']
    for (const event of events) addEventListener(event, listener)
    return () => {
      for (const event of events) removeEventListener(event, listener)
    }
  })
}

/** So long /me's word holds for what it has been asked about before. */
const KNOWN_FOR_MS = 300_000

/** The query client, which watches for a token that is no good any more. */
export const createQueryClient = (api: Api, session: Session): QueryClient => {
  watchAttention()
  const refuse = (error: ApiError) => {
    session.setRefusal(error.message)
  }

  /** What was refused when it was last asked for. */
  const refused = new Set<string>()

  /** A 403 may mean "not this project" or "not this token": only /me tells which. */
  const confirm = async (staleTime: number) => {
    try {
      await client.fetchQuery({ ...userInfo(api), staleTime })
    } catch (error) {
      if (error instanceof ApiError && [401, 403].includes(error.status ?? 0)) refuse(error)
    }
  }

  /** @param question what was read, unless it was a change: a 403 that comes again and again is confirmed seldom */
  const judge = (error: Error, asksWho: boolean, question = '') => {
    if (!(error instanceof ApiError)) return
    if (statusOf(error) === 401) refuse(error)
    if (statusOf(error) !== 403 || asksWho) return
    void confirm(refused.has(question) ? KNOWN_FOR_MS : 0)
    if (question) refused.add(question)
  }

  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // The API client retries what can pass; offline is an error that the page shows, not a pause.
        retry: false,
        networkMode: 'always',
      },
    },
    queryCache: new QueryCache({
      onSuccess: (data, { queryHash, queryKey }) => {
        refused.delete(queryHash)
        if (queryKey[0] === USER_INFO) greetUser((data as { user: string }).user)
      },
      onError: (error, { queryHash, queryKey }) => {
        judge(error, queryKey[0] === USER_INFO, queryHash)
      },
    }),
    mutationCache: new MutationCache({
      onError: (error) => {
        judge(error, false)
      },
    }),
  })
  // However the user went, in this tab or in another.
  session.subscribe(() => {
    if (session.left() === undefined) return
    client.clear()
    refused.clear()
    forgetBrowserUser()
  })
  return client
}
