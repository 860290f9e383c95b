/** Actions with their own page: in a service's menu, and in the palette. */
import { canBeForked } from '../../domain/catalog.ts'
import { paths } from '../../lib/paths.ts'

interface ActionLink {
  readonly label: string
  readonly to: (project: string, service: string) => string
  /** Whether services of that type have it; all of them by default. */
  readonly isFor?: (serviceType: string) => boolean
}

const ACTION_LINKS: readonly ActionLink[] = [
  { label: 'Fork', isFor: canBeForked, to: (project, service) => paths.newService(project, { fork: service }) },
  { label: 'Change plan', to: (project, service) => `${paths.service(project, service, 'settings')}#plan` },
  { label: 'Maintenance', to: (project, service) => `${paths.service(project, service, 'settings')}#maintenance` },
]

/** Those of a service of that type. */
export const actionLinksFor = (serviceType: string): readonly ActionLink[] =>
  ACTION_LINKS.filter(({ isFor }) => isFor?.(serviceType) ?? true)
