/** A path with the demo's data for every page with a route. */
import { createMockApi } from '../mocks/api.ts'
import { PAGES } from '../src/app/pages.ts'
import { hasPage } from '../src/domain/catalog.ts'
import type { PageRoute } from '../src/features/routing/page-route.ts'
import type { ServicePage } from '../src/lib/paths.ts'

const PROJECT = 'demo-shop'

interface Service {
  readonly service_name: string
  readonly service_type: string
  readonly state: string
}

/** States in which a service can answer. */
const SERVING: ReadonlySet<string> = new Set(['RUNNING', 'REBALANCING'])

const runningServices = async (): Promise<readonly Service[]> => {
  const request = new Request(`https://api.aiven.io/v1/project/${PROJECT}/service`, {
    headers: { authorization: 'aivenv1 measured' },
  })
  const { services } = (await (await createMockApi().fetch(request)).json()) as { services: Service[] }
  return services.filter(({ state }) => SERVING.has(state))
}

/** Paths as routes write them, `project/:project/services/:service/overview`; nested pages only, without their parent. */
const patterns = ({ path, children }: PageRoute): string[] =>
  children ? children.flatMap(patterns).map((child) => `${path}/${child}`) : [path]

/**
 * @returns paths without a leading slash, each for a service whose type has the page
 * @throws {Error} if a route has an unknown parameter, or no type has its page
 */
export const pagePaths = async (): Promise<string[]> => {
  const services = await runningServices()
  return PAGES.flatMap(patterns).map((pattern) => {
    const [, page] = /:service\/([^/]+)/.exec(pattern) ?? []
    const service = services.find(
      ({ service_type }) => page === undefined || hasPage(service_type, page as ServicePage),
    )
    if (!service) throw new Error(`${pattern}: no running service of ${PROJECT} has this page`)
    const path = pattern.replace(':project', PROJECT).replace(':service', service.service_name)
    if (path.includes(':')) throw new Error(`${pattern}: what should the parameter be? (tools/page-paths.ts)`)
    return path
  })
}
