import type { NamedRoute } from '../../features/routing/page-route.ts'

export const checkRoute: NamedRoute = {
  path: 'check',
  title: 'Troubleshoot',
  page: async () => (await import('./check-page.tsx')).CheckPage,
}
