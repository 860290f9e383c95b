import {
  CancelledError,
  focusManager,
  useQueries,
  useQueryClient,
  type QueryKey,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

import { LONGEST_WAIT_MS } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { forEachConcurrent } from '../../lib/for-each-concurrent.ts'
import { createPause } from './request-pause.ts'
import { MAX_SMALL_BATCH, MAX_BATCH, nextSmallBatch, nextBatch } from './refresh-batches.ts'

const SECOND = 1000

/**
 * A tab may send 300 requests an hour. At most 200 of them are sent here, however many projects there are. The rest is
 * left for the CAs, the sidebar's count and the user.
 */
const SHARE = 18 * SECOND

/** How many times a project is requested again after the API said to wait. */
const MAX_WAITS = 3

/** How long the API asks to wait after too many requests, if the client hasn't already waited. */
const requestedWait = (error: unknown): number | undefined =>
  error instanceof ApiError && error.status === 429 && (error.retryAfter ?? 0) > LONGEST_WAIT_MS
    ? error.retryAfter
    : undefined

/** Returns the same array as long as its items are the same. */
const useStable = <T>(items: readonly T[]): readonly T[] => {
  const [stable, setStable] = useState(items)
  const same = items.length === stable.length && items.every((item, index) => item === stable[index])
  if (same) return stable
  setStable(items)
  return items
}

interface EveryProject<T, Key extends QueryKey> {
  readonly projects: readonly string[]
  /** The query for each project. Must be the same function as long as the query is the same. */
  readonly query: (project: string) => UseQueryOptions<T, Error, T, Key>
  /** False: no request yet. */
  readonly enabled?: boolean
  /** Refresh interval in milliseconds; with many projects it is longer, and they take turns. No refresh by default. */
  readonly refreshAfter?: (answers: readonly (T | undefined)[]) => number
  /** Milliseconds for which an answer is good: a refresh then reads only a few: of those that failed, and of those that are older. */
  readonly validFor?: number
  /** Before a project is asked again: forgets what its answer is made of. */
  readonly forget?: (project: string) => Promise<unknown>
  /** Returns what failed within an answer. Must be the same function in every render. */
  readonly errorOf?: (answer: T) => Error | undefined
}

/**
 * Runs one query for many projects; each answer has its own cache key. Only a few run at a time, so that a page over many
 * projects doesn't send a request for each at once. If one project fails, the others aren't affected.
 */
export const useEveryProject = <T, Key extends QueryKey>({
  projects: given,
  query,
  enabled = true,
  refreshAfter,
  validFor,
  forget,
  errorOf,
}: EveryProject<T, Key>) => {
  const client = useQueryClient()
  const projects = useStable(given)
  const results = useQueries({ queries: projects.map((project) => ({ ...query(project), enabled: false })) })
  const answers = useStable(results.map(({ data }) => data as T | undefined))
  /** Being read again. */
  const [refreshing, setRefreshing] = useState<ReadonlySet<string>>(new Set())
  const lifetime = useRef(new AbortController())

  const [pause] = useState(createPause)

  const ask = useCallback(
    async (project: string, wantsFresh: boolean) => {
      const { signal } = lifetime.current
      for (let waits = 0, fresh = wantsFresh; ; waits++, fresh = true) {
        if (!(await pause.ended(signal))) return
        if (fresh) await forget?.(project)
        let failure: unknown
        try {
          const answer = await client.fetchQuery({ ...query(project), ...(fresh && { staleTime: 0 }) })
          failure = errorOf?.(answer)
        } catch (error) {
          // The failure is in the cache, where the page finds it. Signing out empties the cache while requests run.
          if (error instanceof CancelledError) return
          failure = error
        }
        const wait = requestedWait(failure)
        if (wait === undefined || waits >= MAX_WAITS) break
        pause.wait(wait)
      }
      setRefreshing((before) =>
        before.has(project) ? new Set([...before].filter((other) => other !== project)) : before,
      )
    },
    [client, query, forget, errorOf, pause],
  )

  const askAll = useCallback(
    (wanted: readonly string[], fresh: boolean) =>
      forEachConcurrent(wanted, lifetime.current.signal, (project) => ask(project, fresh)),
    [ask],
  )
  const refresh = useCallback(
    (wanted: readonly string[]) => {
      setRefreshing((before) => new Set([...before, ...wanted]))
      void askAll(wanted, true)
    },
    [askAll],
  )

  useEffect(() => {
    if (!enabled) return
    const controller = new AbortController()
    lifetime.current = controller
    void askAll(projects, false)
    return () => {
      controller.abort()
    }
  }, [askAll, enabled, projects])

  const awaited = new Set(
    projects.filter((project, index) => {
      const { data, error, isFetching = false } = results[index] ?? {}
      return enabled && (isFetching || refreshing.has(project) || (data === undefined && error === null))
    }),
  )
  const busy = awaited.size > 0
  const batchSize = Math.min(projects.length, validFor === undefined ? MAX_BATCH : MAX_SMALL_BATCH)
  const rest = refreshAfter && Math.max(refreshAfter(answers), batchSize * SHARE)
  useEffect(() => {
    if (busy || !enabled || rest === undefined) return
    const timer = setInterval(() => {
      if (!focusManager.isFocused()) return
      const states = projects.map((project) => {
        const { dataUpdatedAt = 0, errorUpdatedAt = 0 } = client.getQueryState(query(project).queryKey) ?? {}
        return { project, answeredAt: dataUpdatedAt, failedAt: errorUpdatedAt }
      })
      refresh(validFor === undefined ? nextBatch(states) : nextSmallBatch(states, validFor, Date.now()))
    }, rest)
    return () => {
      clearInterval(timer)
    }
  }, [client, query, refresh, busy, enabled, projects, validFor, rest])

  const answered = results.filter(({ dataUpdatedAt }) => dataUpdatedAt > 0)
  return {
    /** Answers in the order of the projects; undefined if a project hasn't answered. */
    answers,
    /** The projects that are being read, or are still to be read. */
    awaited,
    busy,
    /** How many have answered or failed. */
    settled: results.filter(({ data, error }) => data !== undefined || error !== null).length,
    /** When the oldest answer arrived, in milliseconds since 1970; 0 if there is none. */
    updatedAt: answered.length === 0 ? 0 : Math.min(...answered.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    failures: results.flatMap(({ error, isFetching }, index) => {
      const project = projects[index]
      return error && project !== undefined
        ? [
            {
              project,
              error,
              busy: isFetching,
              retry: () => {
                refresh([project])
              },
            },
          ]
        : []
    }),
    /** Reads all projects again, or some of them. */
    refresh: (wanted: readonly string[] = projects) => {
      refresh(wanted)
    },
  }
}
