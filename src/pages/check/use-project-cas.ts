import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { projectList } from '../../api/queries.ts'
import { eachAtOnce } from '../../lib/at-once.ts'
import { fetchCa } from '../../features/ca-certificate/ca-certificate.ts'
import type { KnownCas, ProjectCa } from '../../diagnose/identify.ts'

/** Progress is shown so often; every step of hundreds would redraw more than it tells. */
const EVERY_MS = 500

export interface ProjectCas {
  readonly known: KnownCas
  readonly done: number
  /** undefined until the list of projects is there. */
  readonly total: number | undefined
  /** Sentences about projects that could not be read. */
  readonly problems: readonly string[]
  /** The list of projects could not be had: nothing to compare with. */
  readonly error: Error | undefined
  /** Requests are under way. */
  readonly busy: boolean
}

const NONE: ProjectCas = {
  known: { cas: [], complete: false, unread: [] },
  done: 0,
  total: undefined,
  problems: [],
  error: undefined,
  busy: false,
}

/** Asks for the CA of every project, a few at a time, and tells what it has in between. */
const collect = async (
  queryClient: QueryClient,
  fresh: boolean,
  signal: AbortSignal,
  tell: (state: ProjectCas) => void,
) => {
  const { items, problems } = await queryClient.fetchQuery({ ...projectList(), ...(fresh && { staleTime: 0 }) })
  const names = items.map(({ project_name }) => project_name)
  const cas: ProjectCa[] = []
  const unread = new Set<string>()
  let told = 0
  const state = (complete: boolean): ProjectCas => ({
    known: { cas: [...cas], complete, unread: names.filter((name) => unread.has(name)) },
    done: cas.length + unread.size,
    total: names.length,
    problems,
    error: undefined,
    busy: !complete,
  })
  await eachAtOnce(names, signal, async (project) => {
    try {
      const { certificates } = await fetchCa(queryClient, project, false)
      cas.push({ project, certificates })
    } catch {
      unread.add(project)
    }
    if (Date.now() - told < EVERY_MS) return
    told = Date.now()
    tell(state(false))
  })
  tell(state(true))
}

/**
 * The CAs of all projects that the user can see.
 * @param wanted false: ask for nothing yet, there is nothing to compare
 */
export const useProjectCas = (wanted: boolean): ProjectCas & { retry: () => void } => {
  const queryClient = useQueryClient()
  const [state, setState] = useState(NONE)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    const tell = (next: ProjectCas) => {
      if (!controller.signal.aborted) setState(next)
    }
    const run = async () => {
      try {
        await collect(queryClient, attempt > 0, controller.signal, tell)
      } catch (error) {
        // Files are checked all the same, without anything to compare them with.
        tell({ ...NONE, error: error instanceof Error ? error : new Error(String(error)) })
      }
    }
    void run()
    return () => {
      controller.abort()
    }
  }, [queryClient, wanted, attempt])
  return {
    ...state,
    /** Asks again; answers that came and are fresh are kept. */
    retry: () => {
      setState((current) => ({ ...current, busy: true }))
      setAttempt((times) => times + 1)
    },
  }
}
