/** Every URL of the app is built here: the same paths as console.aiven.io, so that a host swap opens the same page. */

const segment = encodeURIComponent

/** The pages of one service, by the last part of their URL. */
export type ServicePage =
  | 'overview'
  | 'connect'
  | 'users'
  | 'databases'
  | 'connection-pools'
  | 'topics'
  | 'acl'
  | 'indexes'
  | 'metrics'
  | 'logs'
  | 'current-queries'
  | 'query-statistics'
  | 'backups'
  | 'integrations'
  | 'settings'

export const paths = {
  home: () => '/',
  projects: () => '/projects',
  allServices: () => '/services',
  services: (project: string) => `/project/${segment(project)}/services`,
  /** @param about initial values of the form: `serviceType`, `cloud`, `plan`, `name`; `fork`, `at`, `backup` */
  newService: (project: string, about: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(about).toString()
    return `/project/${segment(project)}/new-service${search && `?${search}`}`
  },
  service: (project: string, service: string, page: ServicePage = 'overview') =>
    `/project/${segment(project)}/services/${segment(service)}/${page}`,
  /** @param about the context of an error message to check: project, service, client */
  check: (about: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(about).toString()
    return `/check${search && `?${search}`}`
  },
  /** All certificates; `project`, `search` and the like narrow them down. */
  certificates: (filter: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(filter).toString()
    return `/certificates${search && `?${search}`}`
  },
  /** A project's event log; `service`, `actor`, `type` and `search` narrow it down. */
  eventLog: (project: string, filter: Readonly<Record<string, string>> = {}) => {
    const search = new URLSearchParams(filter).toString()
    return `/project/${segment(project)}/event-log${search && `?${search}`}`
  },
  caRotation: (project: string) => `/project/${segment(project)}/ca-rotation`,
  /** @param row the row of the table to show */
  tlsRequirements: (row?: string) => `/tls-requirements${row === undefined ? '' : `#${segment(row)}`}`,
  /** @param back path to return to, with its search */
  signIn: (back?: string) => `/sign-in${back === undefined ? '' : `?return=${segment(back)}`}`,
} as const
