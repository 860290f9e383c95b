/** The single list of places, for the sidebar and the palette. A place's name is in its route.ts. */
import type { NamedRoute } from '../features/routing/page-route.ts'
import { paths, type ServicePage } from '../lib/paths.ts'
import { certificatesRoute } from '../pages/certificates/route.ts'
import { checkRoute } from '../pages/check/route.ts'
import { projectsRoute } from '../pages/projects/route.ts'
import { allServicesRoute } from '../pages/service-list/route.ts'
import { requirementsRoute } from '../pages/tls-requirements/route.ts'
import type { IconName } from '../ui/icon.tsx'

/** A place that is the same for every project. */
export interface Place {
  readonly route: NamedRoute
  readonly icon: IconName
  readonly group: 'Everything' | 'Help'
  /** Shows the number of certificates that need attention. */
  readonly counts?: true
}

export const PLACES: readonly Place[] = [
  { route: allServicesRoute, icon: 'box', group: 'Everything' },
  { route: certificatesRoute, icon: 'shield', group: 'Everything', counts: true },
  { route: checkRoute, icon: 'check', group: 'Everything' },
  { route: projectsRoute, icon: 'folder', group: 'Everything' },
  { route: requirementsRoute, icon: 'table', group: 'Help' },
]

interface ProjectPlace {
  readonly label: string
  readonly icon: IconName
  readonly to: (project: string) => string
}

/** Actions that create something in the open project: in the palette, and as buttons on pages. */
export const PROJECT_TASKS: readonly Omit<ProjectPlace, 'icon'>[] = [{ label: 'Create service', to: paths.newService }]

/** Places of the open project. */
export const PROJECT_PLACES: readonly ProjectPlace[] = [
  { label: 'Services', icon: 'list', to: paths.services },
  { label: 'Event log', icon: 'clock', to: (project) => paths.eventLog(project) },
  { label: 'CA', icon: 'shield', to: paths.caRotation },
]

/** A page of a service. */
export interface ServicePlace {
  readonly label: string
  readonly icon: IconName
  readonly page: ServicePage
  readonly group?: 'Connect' | 'Manage stream' | 'Access & Control' | 'Observe'
  /** Below all groups, without a heading. */
  readonly last?: true
  /** The page depends on the endpoint and user in the URL, so links keep them. */
  readonly keepsChoice?: true
}

/** Pages of a service, in Aiven's groups; the first ones need no heading. `domain/catalog.ts` says which of them a type has. */
export const SERVICE_PLACES: readonly ServicePlace[] = [
  { label: 'Overview', icon: 'grid', page: 'overview', keepsChoice: true },
  { label: 'Quick connect', icon: 'plug', page: 'connect', keepsChoice: true },
  { label: 'Topics', icon: 'stream', page: 'topics', group: 'Manage stream' },
  { label: 'Users', icon: 'user', page: 'users', group: 'Connect' },
  { label: 'Databases', icon: 'database', page: 'databases', group: 'Connect' },
  { label: 'Connection pools', icon: 'layers', page: 'connection-pools', group: 'Connect' },
  { label: 'Indexes', icon: 'table', page: 'indexes', group: 'Connect' },
  { label: 'ACL', icon: 'shield', page: 'acl', group: 'Access & Control' },
  { label: 'Metrics', icon: 'chart', page: 'metrics', group: 'Observe' },
  { label: 'Logs', icon: 'list', page: 'logs', group: 'Observe' },
  { label: 'Current queries', icon: 'cache', page: 'current-queries', group: 'Observe' },
  { label: 'Query statistics', icon: 'table', page: 'query-statistics', group: 'Observe' },
  { label: 'Backups', icon: 'history', page: 'backups', last: true },
  { label: 'Integrations', icon: 'link', page: 'integrations', last: true },
  { label: 'Settings', icon: 'sliders', page: 'settings', last: true },
]
