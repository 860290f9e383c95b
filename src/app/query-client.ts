import { focusManager, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'

import type { Api } from '../api/client.ts'
import { ApiError, statusOf } from '../api/errors.ts'
import { USER_INFO, userInfo } from '../api/account.ts'
import { forgetBrowserUser, greetUser } from '../features/user/browser-user.ts'
import type { Session } from './session.ts'

/**
 * What React Query calls focus: the page is visible and the network is up. Without it nothing is refreshed; when it
 * returns, stale data is.
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

/** How long an answer of /me is trusted for a query that was refused before. */
const KNOWN_FOR_MS = 300_000

/** The query client, which also detects a token that has become invalid. */
export const createQueryClient = (api: Api, session: Session): QueryClient => {
  watchAttention()
  const refuse = (error: ApiError) => {
    session.setRefusal(error.message)
  }

  /** Queries whose last request was refused. */
  const refused = new Set<string>()

  /** A 403 may mean "not this project" or "not this token": only /me shows which. */
  const confirm = async (staleTime: number) => {
    try {
      await client.fetchQuery({ ...userInfo(api), staleTime })
    } catch (error) {
      if (error instanceof ApiError && [401, 403].includes(error.status ?? 0)) refuse(error)
    }
  }

  /** @param question the query's key, unless it was a change: a repeated 403 is confirmed only seldom */
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
        // The API client retries temporary failures; being offline is an error that the page shows, not a pause.
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
  // However the user signed out, in this tab or another.
  session.subscribe(() => {
    if (session.signOutReason() === undefined) return
    client.clear()
    refused.clear()
    forgetBrowserUser()
  })
  return client
}
