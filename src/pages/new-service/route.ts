import type { PageRoute } from '../../features/routing/page-route.ts'

export const newServiceRoute: PageRoute = {
  path: 'project/:project/new-service',
  page: async () => (await import('./new-service-page.tsx')).NewServicePage,
  loader: async () => (await import('./loader.ts')).loadCatalogue,
}
