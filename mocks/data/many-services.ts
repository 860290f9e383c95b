/** A very large project: services of every type with unique names, made on first access. */
import type { MockProject, MockService } from './model.ts'

const ENVIRONMENTS = ['prod', 'staging', 'dev', 'test'] as const
const TEAMS = ['orders', 'platform', 'payments', 'search', 'growth', 'data', 'risk', 'mobile'] as const
const PLANS = ['hobbyist', 'startup-4', 'startup-16', 'business-4', 'business-8', 'premium-8'] as const
const DAYS = 2000
/** About as many as there are templates. */
const TYPES = 24

/** Allowed addresses, which make a service's JSON as long as a real one's. */
const NETWORKS = Array.from({ length: 12 }, (_, index) => ({
  network: `198.51.100.${String(index * 16)}/28`,
  description: `Office ${String(index + 1)}, see the network team's list`,
}))

const pick = <T>(from: readonly [T, ...T[]] | readonly T[], index: number): T => from[index % from.length] as T

/** The nth service after a template: the same type, endpoints and users on hosts of its own. */
const variant = (template: MockService, nth: number): MockService => {
  const name = `${template.name}-${String(nth).padStart(5, '0')}`
  // Counts the services of a type, so that those of one type differ among themselves.
  const round = Math.floor(nth / TYPES)
  return {
    ...template,
    name,
    plan: pick(PLANS, round),
    createdDaysAgo: (nth * 37) % DAYS,
    components: template.components.map((component) => ({
      ...component,
      host: component.host.replace(template.name, name),
    })),
    users: template.users.map((user) =>
      user.certificate ? { ...user, certificate: { ...user.certificate, daysLeft: ((nth * 53) % 840) - 20 } } : user,
    ),
    userConfig: { ...template.userConfig, ip_filter: NETWORKS },
    tags: { env: pick(ENVIRONMENTS, round), team: pick(TEAMS, nth), service: name },
  }
}

const make = (templates: readonly MockService[], count: number): readonly MockService[] =>
  Array.from({ length: count }, (_, nth) => variant(pick(templates, nth), nth))

/** Of the projects, the first has `count` services. */
export const withManyServices = (projects: readonly MockProject[], count: number): readonly MockProject[] =>
  projects.map((project, index) => {
    if (index > 0) return project
    let services: readonly MockService[] | undefined
    return {
      ...project,
      get services() {
        return (services ??= make(project.services, count))
      },
    }
  })
