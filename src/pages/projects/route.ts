import type { NamedRoute } from '../../features/routing/page-route.ts'

export const projectsRoute: NamedRoute = {
  path: 'projects',
  title: 'Projects',
  page: async () => (await import('./projects-page.tsx')).ProjectsPage,
}
