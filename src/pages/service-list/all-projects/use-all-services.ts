import { focusManager, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

import { serviceList } from '../../../api/queries.ts'
import { isChanging, type ReadList, type Service } from '../../../api/read.ts'
import { eachAtOnce } from '../../../lib/at-once.ts'

const SECOND = 1000

/** An array that stays the same while its items do. */
const useStable = <T>(items: readonly T[]): readonly T[] => {
  const [stable, setStable] = useState(items)
  const same = items.length === stable.length && items.every((item, index) => item === stable[index])
  if (same) return stable
  setStable(items)
  return items
}

/** The more projects, the longer between two rounds; shorter while something is being built. */
const restOf = (lists: readonly (ReadList<Service> | undefined)[]): number =>
  (lists.some((list) => list?.items.some(isChanging)) ? 15 : 60) * SECOND + lists.length * SECOND

/**
 * The services of several projects, each under its own key of the cache, so that a project's own list has them too.
 * All requests go through one round at a time that asks a few projects at once: a page that many projects feed
 * must not fire a request for each whenever someone looks at it.
 */
export const useAllServices = (projects: readonly string[]) => {
  const client = useQueryClient()
  const results = useQueries({
    queries: projects.map((project) => ({ ...serviceList(project), enabled: false })),
  })
  const lists = useStable(results.map(({ data }) => data))
  const [busy, setBusy] = useState(true)
  const round = useRef(new AbortController())

  const ask = useCallback(
    async (project: string, staleTime: number | undefined) => {
      const query = serviceList(project)
      // Its failure is in the cache, where the page finds it.
      await client.fetchQuery({ ...query, ...(staleTime !== undefined && { staleTime }) }).catch(() => undefined)
    },
    [client],
  )

  /** One round over all projects whose answers are older than `staleTime` in milliseconds. It ends another; false when it is ended itself. */
  const askAll = useCallback(
    async (staleTime?: number) => {
      round.current.abort()
      const mine = new AbortController()
      round.current = mine
      await eachAtOnce(projects, mine.signal, (project) => ask(project, staleTime))
      return !mine.signal.aborted
    },
    [projects, ask],
  )

  useEffect(() => {
    const begin = async () => {
      if (await askAll()) setBusy(false)
    }
    void begin()
    return () => {
      round.current.abort()
    }
  }, [askAll])

  const refresh = useCallback(async () => {
    setBusy(true)
    if (await askAll(0)) setBusy(false)
  }, [askAll])

  const rest = restOf(lists)
  useEffect(() => {
    if (busy) return
    const timer = setInterval(() => {
      if (focusManager.isFocused()) void refresh()
    }, rest)
    return () => {
      clearInterval(timer)
    }
  }, [busy, rest, refresh])

  const answered = results.filter(({ dataUpdatedAt }) => dataUpdatedAt > 0)
  return {
    /** In the order of the projects; undefined for those that are not there yet. */
    lists,
    busy,
    /** How many have answered or failed. */
    settled: results.filter(({ data, error }) => data !== undefined || error !== null).length,
    /** When the oldest answer came, in milliseconds of the epoch; 0 while there is none. */
    updatedAt: answered.length === 0 ? 0 : Math.min(...answered.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    failures: results.flatMap(({ error, isFetching }, index) => {
      const project = projects[index]
      return error && project !== undefined
        ? [{ project, error, busy: isFetching, retry: () => void ask(project, 0) }]
        : []
    }),
    refresh: () => void refresh(),
  }
}
