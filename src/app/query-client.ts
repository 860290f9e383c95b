import { focusManager, QueryCache, QueryClient } from '@tanstack/react-query'

import type { ApiClient } from '../api/client.ts'
import { ApiError, statusOf } from '../api/errors.ts'
import { userInfo } from '../api/queries.ts'
import { greetUser } from '../features/user/browser-user.ts'
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

/** The query client: carries the API client, and watches for a token that is no good any more. */
export const createQueryClient = (api: ApiClient, session: Session): QueryClient => {
  watchAttention()
  const refuse = (error: ApiError) => {
    session.setRefusal(error.message)
  }

  /** A 403 may mean "not this project" or "not this token": only /me tells which. */
  const confirm = async () => {
    try {
      await client.fetchQuery({ ...userInfo(), staleTime: 0 })
    } catch (error) {
      if (error instanceof ApiError && [401, 403].includes(error.status ?? 0)) refuse(error)
    }
  }

  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        meta: { api },
        // The API client retries what can pass; offline is an error that the page shows, not a pause.
        retry: false,
        networkMode: 'always',
      },
    },
    queryCache: new QueryCache({
      onSuccess: (data, { queryKey }) => {
        if (queryKey[0] === 'UserInfo') greetUser((data as { user: string }).user)
      },
      onError: (error, { queryKey }) => {
        if (!(error instanceof ApiError)) return
        if (statusOf(error) === 401) refuse(error)
        if (statusOf(error) === 403 && queryKey[0] !== 'UserInfo') void confirm()
      },
    }),
  })
  return client
}
