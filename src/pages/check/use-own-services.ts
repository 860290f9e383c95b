import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'

import { projectList, serviceList } from '../../api/queries.ts'
import type { Service } from '../../api/read.ts'
import { eachAtOnce } from '../../lib/at-once.ts'
import type { Endpoint } from '../../domain/endpoint.ts'

export interface OwnEndpoint extends Endpoint {
  readonly project: string
  readonly service: Service
}

interface Found {
  /** By project. */
  readonly services: ReadonlyMap<string, readonly Service[]>
  /** Projects whose services could not be had. */
  readonly unread: readonly string[]
  /** undefined until the projects are known. */
  readonly total: number | undefined
  readonly error: Error | undefined
}

const NOTHING: Found = { services: new Map(), unread: [], total: undefined, error: undefined }

const collect = async (queryClient: QueryClient, fresh: boolean, signal: AbortSignal, tell: (found: Found) => void) => {
  const { items } = await queryClient.fetchQuery({ ...projectList(), ...(fresh && { staleTime: 0 }) })
  const names = items.map(({ project_name }) => project_name)
  const services = new Map<string, readonly Service[]>()
  const unread: string[] = []
  await eachAtOnce(names, signal, async (project) => {
    try {
      services.set(project, (await queryClient.fetchQuery(serviceList(project))).items)
    } catch {
      unread.push(project)
    }
    tell({ services: new Map(services), unread: [...unread], total: names.length, error: undefined })
  })
}

/**
 * The services of all projects, to find whose host a text names.
 * @param wanted false: ask for nothing yet
 */
export const useOwnServices = (wanted: boolean) => {
  const queryClient = useQueryClient()
  const [found, setFound] = useState(NOTHING)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    const tell = (next: Found) => {
      if (!controller.signal.aborted) setFound(next)
    }
    collect(queryClient, attempt > 0, controller.signal, tell).catch((error: unknown) => {
      tell({ ...NOTHING, error: error instanceof Error ? error : new Error(String(error)) })
    })
    return () => {
      controller.abort()
    }
  }, [queryClient, wanted, attempt])
  /** Endpoints by host, lower case. */
  const byHost = useMemo(() => {
    const map = new Map<string, OwnEndpoint[]>()
    for (const [project, services] of found.services)
      for (const service of services)
        for (const endpoint of service.components) {
          const host = endpoint.host.toLowerCase()
          const others = map.get(host)
          const own = { ...endpoint, project, service }
          if (others) others.push(own)
          else map.set(host, [own])
        }
    return map
  }, [found])
  return {
    ...found,
    byHost,
    done: found.services.size + found.unread.length,
    complete: found.total !== undefined && found.services.size + found.unread.length === found.total,
    retry: () => {
      setFound(NOTHING)
      setAttempt((times) => times + 1)
    },
  }
}

export type OwnServices = ReturnType<typeof useOwnServices>
