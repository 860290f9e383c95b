import type { PageRoute } from '../../features/routing/page-route.ts'

export const eventLogRoute: PageRoute = {
  path: 'project/:project/event-log',
  page: async () => (await import('./event-log-page.tsx')).EventLogPage,
  loader: async () => (await import('./loader.ts')).loadEventLog,
}
