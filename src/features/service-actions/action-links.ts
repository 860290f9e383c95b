/** Actions with their own page: in a service's menu, and in the palette. */
import { paths } from '../../lib/paths.ts'

interface ActionLink {
  readonly label: string
  readonly to: (project: string, service: string) => string
}

export const ACTION_LINKS: readonly ActionLink[] = [
  { label: 'Fork', to: (project, service) => paths.newService(project, { fork: service }) },
  { label: 'Change plan', to: (project, service) => `${paths.service(project, service, 'settings')}#plan` },
  { label: 'Maintenance', to: (project, service) => `${paths.service(project, service, 'settings')}#maintenance` },
]
