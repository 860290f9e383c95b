/** The list's rows: what is shown and sorted, computed once per answer of the API. */
import type { ProjectCa } from '../../api/project-ca.ts'
import type { Service } from '../../api/service.ts'
import { stateWord } from '../../features/services/service-status.tsx'
import { serviceTypeName } from '../../features/services/service-type.tsx'
import type { Health } from '../../domain/health.ts'
import { serviceVerdict, type Verdict } from '../../domain/verdict.ts'

export interface ServiceRow {
  readonly project: string
  readonly service: Service
  /** Unique key over all projects, stored in a selection. */
  readonly key: string
  readonly typeName: string
  readonly status: string
  readonly verdict: Verdict
  /** Undefined until the project's CA is loaded, or failed to load. */
  readonly health?: Health | undefined
}

/** A project's CA, or why it couldn't be read; undefined while it is on its way. */
export type CaAnswer = ProjectCa | Error | undefined

const cache = new WeakMap<Service, ServiceRow>()

const toRow = (project: string, service: Service, key: string): ServiceRow => ({
  project,
  service,
  key,
  typeName: serviceTypeName(service),
  status: stateWord(service.state),
  verdict: serviceVerdict(service),
})

/** A row per service; the same one as long as the API's answer about it stays the same. */
export const toRows = (project: string, services: readonly Service[]): ServiceRow[] => {
  // Names are unique in a project, but the API isn't trusted with that.
  const keys = new Set<string>()
  return services.map((service) => {
    let key = `${project}/${service.service_name}`
    while (keys.has(key)) key += '/'
    keys.add(key)
    const before = cache.get(service)
    if (before?.key === key) return before
    const row = toRow(project, service, key)
    cache.set(service, row)
    return row
  })
}
