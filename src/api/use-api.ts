/** Gives components the page's API. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useMemo } from 'react'

import type { Api } from './client.ts'

export const ApiContext = createContext<Api | undefined>(undefined)

/** @throws if there is no API context */
export const useApi = (): Api => {
  const api = use(ApiContext)
  if (!api) throw new Error('There is no ApiContext around this component.')
  return api
}

/** What a task needs to send requests: the API, and the cache of its answers. */
export interface Backend {
  readonly api: Api
  readonly queryClient: QueryClient
}

/** The API and the query cache of this session. */
export const useBackend = (): Backend => {
  const api = useApi()
  const queryClient = useQueryClient()
  return useMemo(() => ({ api, queryClient }), [api, queryClient])
}
