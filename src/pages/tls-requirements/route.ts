import type { NamedRoute } from '../../features/routing/page-route.ts'

export const requirementsRoute: NamedRoute = {
  path: 'tls-requirements',
  title: 'TLS requirements',
  page: async () => (await import('./requirements-page.tsx')).RequirementsPage,
}
