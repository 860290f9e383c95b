import { useCallback, useMemo } from 'react'

import { serviceList, type Service } from '../../api/service.ts'
import { useApi } from '../../api/use-api.ts'
import type { Endpoint } from '../../domain/endpoint.ts'
import { useEveryProject } from '../../features/projects/use-every-project.ts'
import { useProjectNames } from './use-project-cas.ts'

export interface OwnEndpoint extends Endpoint {
  readonly project: string
  readonly service: Service
}

/**
 * The services of all projects, to find the service whose host a text names.
 * @param wanted false: send no request yet
 */
export const useOwnServices = (wanted: boolean) => {
  const api = useApi()
  const { list, names } = useProjectNames(wanted)
  const query = useCallback((project: string) => serviceList(api, project), [api])
  const { answers, failures, settled, refresh } = useEveryProject({ projects: names, query, enabled: wanted })
  const services = useMemo(
    () => new Map(answers.flatMap((listed, index) => (listed ? [[names[index] ?? '', listed.items] as const] : []))),
    [answers, names],
  )
  const hasUnreadProjects = list.data !== undefined && list.data.problems.length > 0
  /** Endpoints by host, lower case. */
  const byHost = useMemo(() => {
    const map = new Map<string, OwnEndpoint[]>()
    for (const [project, items] of services)
      for (const service of items)
        for (const endpoint of service.components) {
          const host = endpoint.host.toLowerCase()
          const others = map.get(host)
          const own = { ...endpoint, project, service }
          if (others) others.push(own)
          else map.set(host, [own])
        }
    return map
  }, [services])
  const unread = failures.map(({ project }) => project)
  const partly = new Set(names.filter((_, index) => answers[index]?.problems.length))
  return {
    /** By project. */
    services,
    /** Projects whose services couldn't be read. */
    unread,
    /** Whether the project may have more services than are known here, or be there at all. */
    mayLack: (project: string): boolean =>
      unread.includes(project) || partly.has(project) || (!names.includes(project) && hasUnreadProjects),
    /** undefined until the projects are known. */
    total: list.data && names.length,
    error: list.error ?? undefined,
    byHost,
    done: settled,
    complete: list.data !== undefined && settled === names.length,
    retry: () => {
      if (list.error) void list.refetch()
      else refresh(unread)
    },
  }
}

export type OwnServices = ReturnType<typeof useOwnServices>
