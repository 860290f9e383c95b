import type { PageRoute } from '../../features/routing/page-route.ts'

export const caRotationRoute: PageRoute = {
  path: 'project/:project/ca-rotation',
  page: async () => (await import('./ca-rotation-page.tsx')).CaRotationPage,
  loader: async () => (await import('./loader.ts')).loadCaRotation,
}
