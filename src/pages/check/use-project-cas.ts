import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

import { projectList } from '../../api/project.ts'
import { projectCa } from '../../api/project-ca.ts'
import { useApi } from '../../api/use-api.ts'
import type { KnownCas } from '../../diagnose/identify.ts'
import { useEveryProject } from '../../features/projects/use-every-project.ts'

export interface ProjectCas {
  readonly known: KnownCas
  readonly done: number
  /** undefined until the list of projects is loaded. */
  readonly total: number | undefined
  /** Sentences about projects that couldn't be read. */
  readonly problems: readonly string[]
  /** The list of projects couldn't be read: nothing to compare with. */
  readonly error: Error | undefined
  /** What failed is being read again. */
  readonly busy: boolean
}

/** The names of all projects that the user can see. */
export const useProjectNames = (wanted: boolean) => {
  const list = useQuery({ ...projectList(useApi()), enabled: wanted })
  const names = useMemo(() => list.data?.items.map(({ project_name }) => project_name) ?? [], [list.data])
  return { list, names }
}

/**
 * The CAs of all projects that the user can see.
 * @param wanted false: send no request yet, there is nothing to compare
 */
export const useProjectCas = (wanted: boolean): ProjectCas & { retry: () => void } => {
  const api = useApi()
  const { list, names } = useProjectNames(wanted)
  const query = useCallback((project: string) => projectCa(api, project), [api])
  const { answers, awaited, failures, refresh } = useEveryProject({ projects: names, query, enabled: wanted })
  const failed = JSON.stringify(failures.map(({ project }) => project))
  // Keeps the same object while unchanged, because files are checked again whenever it changes.
  const known = useMemo((): KnownCas => {
    const unread = JSON.parse(failed) as string[]
    return {
      cas: answers.flatMap((ca, index) =>
        ca
          ? [{ project: names[index] ?? '', certificates: ca.certificates.map(({ certificate }) => certificate) }]
          : [],
      ),
      complete: list.data !== undefined && answers.every((ca, index) => ca ?? unread.includes(names[index] ?? '')),
      unread,
    }
  }, [answers, failed, list.data, names])
  return {
    known,
    done: known.cas.length + known.unread.length,
    total: list.data && names.length,
    problems: list.data?.problems ?? [],
    // Files are checked anyway, without CAs to compare with.
    error: list.error ?? undefined,
    // The CAs of the projects that are known may still be read while the message about the list offers Retry.
    busy: list.isFetching || (!list.error && awaited.size > 0),
    /** Retries what failed: the list, unreadable projects in it, and CAs. */
    retry: () => {
      if (list.error || list.data?.problems.length) void list.refetch()
      refresh(known.unread)
    },
  }
}
