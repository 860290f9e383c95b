import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'

import { serviceLogs, type LogPage, type Severity } from '../../../api/logs.ts'
import { useBackend } from '../../../api/use-api.ts'
import { useLifetime } from '../../../ui/use-lifetime.ts'
import { addNewest, addOlder, countLines, oldestTime, type Blocks } from './blocks.ts'

const FOLLOW_MS = 10_000

/** Going back to a moment takes at most this many requests at a time. */
export const MAX_CALLS = 50

/** Most lines that the page keeps. */
export const MAX_LINES = 100_000

type Change =
  { readonly restart: LogPage } | { readonly newest: LogPage } | { readonly older: LogPage; readonly offset: string }

const apply = (blocks: Blocks, change: Change): Blocks =>
  'restart' in change
    ? addNewest([], change.restart)
    : 'newest' in change
      ? addNewest(blocks, change.newest)
      : addOlder(blocks, change.offset, change.older)

/** What is being loaded: older lines, those of a gap (by the offset of the block above it), or back to a moment. */
export type Loading = { readonly kind: 'older' | 'moment' } | { readonly kind: 'gap'; readonly offset: string }

const isSame = (one: Loading, other: Loading): boolean =>
  one.kind === 'gap' && other.kind === 'gap' ? one.offset === other.offset : one.kind === other.kind

export interface Failure {
  readonly error: Error
  readonly what: Loading
}

interface Task {
  readonly what: Loading
  readonly work: (signal: AbortSignal) => Promise<void>
}

interface LogsOf {
  readonly project: string
  readonly service: string
  readonly severity: Severity | undefined
  readonly follows: boolean
}

/** The loaded lines, and functions that load more. Kept only while the page shows them. */
export const useLogs = ({ project, service, severity, follows }: LogsOf) => {
  const { api, queryClient } = useBackend()
  const options = serviceLogs(api, project, service, { severity })
  const query = useQuery({
    ...options,
    refetchInterval: follows ? FOLLOW_MS : false,
    // Otherwise lines must not move: a returning user reads on at the same place.
    refetchOnWindowFocus: follows,
  })
  const { data } = query
  const [blocks, dispatch] = useReducer(apply, [])
  const latest = useRef(blocks)
  // Before anyone can press a button that the same render shows.
  useLayoutEffect(() => {
    latest.current = blocks
  }, [blocks])
  useEffect(() => {
    if (data) dispatch({ newest: data })
  }, [data])

  /** What is running, and what was asked for meanwhile. */
  const [loading, setLoading] = useState<readonly Loading[]>([])
  /** Sentences about lines of later pages that couldn't be read. */
  const [problems, setProblems] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<Failure>()
  /** The same, with how to end each: every press is answered, by a task or by one that runs or waits already. */
  const tasks = useRef<readonly (Task & { readonly cancelling: AbortController })[]>([])
  const lifetime = useLifetime()

  /** Loads the page that follows a block; false if the API has no more. */
  const loadAfter = async (offset: string | undefined, signal: AbortSignal): Promise<boolean> => {
    if (offset === undefined) return false
    const page = serviceLogs(api, project, service, { severity, offset })
    const cancel = () => void queryClient.cancelQueries({ queryKey: page.queryKey })
    signal.addEventListener('abort', cancel, { once: true })
    const older = await queryClient.fetchQuery(page).finally(() => {
      signal.removeEventListener('abort', cancel)
    })
    signal.throwIfAborted()
    // The next call may come before React renders, and must build on this.
    latest.current = addOlder(latest.current, offset, older)
    dispatch({ older, offset })
    if (older.problems.length > 0) setProblems((before) => [...new Set([...before, ...older.problems])])
    return true
  }

  /** Fills the gap below a block, with at most ten requests. */
  const fillGap = async (offset: string, signal: AbortSignal) => {
    const index = latest.current.findIndex(({ older }) => older === offset)
    const below = latest.current[index + 1]?.lines[0]?.key
    const isOpen = () => latest.current.some(({ lines }) => lines[0]?.key === below)
    let next: string | undefined = offset
    for (let calls = 0; calls < 10 && isOpen(); calls++) {
      const place = latest.current.findIndex(({ older }) => older === next)
      if (!(await loadAfter(next, signal))) return
      next = latest.current[place]?.older
    }
  }

  const searchBack = async (moment: number, done: (blocks: Blocks) => void, signal: AbortSignal) => {
    for (let calls = 0; calls < MAX_CALLS && countLines(latest.current) < MAX_LINES; calls++) {
      if ((oldestTime(latest.current) ?? Infinity) <= moment) break
      if (!(await loadAfter(latest.current.at(-1)?.older, signal))) break
    }
    done(latest.current)
  }

  const setTasks = (next: typeof tasks.current) => {
    tasks.current = next
    setLoading(next.map(({ what }) => what))
  }

  /** One after another: each builds on the lines of the last. */
  const runAll = async () => {
    for (let task = tasks.current[0]; task; task = tasks.current[0]) {
      const { what, work, cancelling } = task
      const signal = AbortSignal.any([lifetime(), cancelling.signal])
      try {
        signal.throwIfAborted()
        await work(signal)
      } catch (error) {
        if (!signal.aborted) setFailure({ what, error: error instanceof Error ? error : new Error(String(error)) })
      }
      setTasks(tasks.current.filter((one) => one !== task))
    }
  }

  const run = (task: Task) => {
    const { what } = task
    // Another moment replaces the one that is searched for; anything else need not be loaded twice.
    const isMoment = what.kind === 'moment'
    const same = tasks.current.filter((one) => isSame(one.what, what))
    if (same.length > 0 && !isMoment) return
    for (const { cancelling } of same) cancelling.abort()
    setFailure(undefined)
    const isIdle = tasks.current.length === 0
    setTasks([...tasks.current, { ...task, cancelling: new AbortController() }])
    if (isIdle) void runAll()
  }

  return {
    query,
    queryKey: options.queryKey,
    blocks,
    loading,
    failure,
    /** Sentences about lines that couldn't be read. */
    problems: [...(data?.problems ?? []), ...problems],
    loadOlder: () => {
      run({
        what: { kind: 'older' },
        work: async (signal) => {
          await loadAfter(latest.current.at(-1)?.older, signal)
        },
      })
    },
    /** @param offset of the block above the gap */
    loadGap: (offset: string) => {
      run({ what: { kind: 'gap', offset }, work: (signal) => fillGap(offset, signal) })
    },
    /**
     * Loads until a moment is reached, there is no more, or it has taken too many requests.
     * @param done what is loaded then
     */
    goTo: (moment: number, done: (blocks: Blocks) => void) => {
      run({ what: { kind: 'moment' }, work: (signal) => searchBack(moment, done, signal) })
    },
    /** Drops the loaded lines: the API may no longer know an offset. */
    restart: () => {
      setFailure(undefined)
      setProblems([])
      if (data) dispatch({ restart: data })
      void query.refetch()
    },
    /** Ends the search for a moment. */
    cancel: () => {
      for (const { what, cancelling } of tasks.current) if (what.kind === 'moment') cancelling.abort()
    },
  }
}
