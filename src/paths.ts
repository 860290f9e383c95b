/** Every URL of the app is built here: the same paths as console.aiven.io, so that a host swap opens the same page. */

const segment = encodeURIComponent

export const paths = {
  home: () => '/',
  projects: () => '/projects',
  services: (project: string) => `/project/${segment(project)}/services`,
  service: (project: string, service: string) => `/project/${segment(project)}/services/${segment(service)}/overview`,
  tlsRequirements: () => '/tls-requirements',
} as const
