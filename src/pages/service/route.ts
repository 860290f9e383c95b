import type { PageRoute } from '../../features/routing/page-route.ts'

export const serviceRoute: PageRoute = {
  path: 'project/:project/services/:service',
  page: async () => (await import('./service-layout.tsx')).ServiceLayout,
  loader: async () => (await import('./loader.ts')).loadService,
  children: [
    { path: 'overview', page: async () => (await import('./overview/overview-page.tsx')).OverviewPage },
    {
      path: 'connect',
      page: async () => (await import('./connect/connect-page.tsx')).ConnectPage,
      loader: async () => (await import('./connect/loader.ts')).loadConnect,
    },
    {
      path: 'topics',
      page: async () => (await import('./topics/topics-page.tsx')).TopicsPage,
      loader: async () => (await import('./inside-loaders.ts')).loadTopics,
    },
    {
      path: 'acl',
      page: async () => (await import('./acl/acl-page.tsx')).AclPage,
      loader: async () => (await import('./inside-loaders.ts')).loadAcl,
    },
    { path: 'settings', page: async () => (await import('./settings/settings-page.tsx')).SettingsPage },
    {
      path: 'databases',
      page: async () => (await import('./databases/databases-page.tsx')).DatabasesPage,
      loader: async () => (await import('./inside-loaders.ts')).loadDatabases,
    },
    {
      path: 'indexes',
      page: async () => (await import('./indexes/indexes-page.tsx')).IndexesPage,
      loader: async () => (await import('./inside-loaders.ts')).loadIndexes,
    },
    { path: 'connection-pools', page: async () => (await import('./connection-pools/pools-page.tsx')).PoolsPage },
    { path: 'users', page: async () => (await import('./users/users-page.tsx')).UsersPage },
    {
      path: 'integrations',
      page: async () => (await import('./integrations/integrations-page.tsx')).IntegrationsPage,
      loader: async () => (await import('./integrations/loader.ts')).loadIntegrations,
    },
    { path: 'metrics', page: async () => (await import('./metrics/metrics-page.tsx')).MetricsPage },
    { path: 'logs', page: async () => (await import('./logs/logs-page.tsx')).LogsPage },
    {
      path: 'current-queries',
      page: async () => (await import('./current-queries/current-queries-page.tsx')).CurrentQueriesPage,
    },
    {
      path: 'query-statistics',
      page: async () => (await import('./query-statistics/query-statistics-page.tsx')).QueryStatisticsPage,
    },
    {
      path: 'backups',
      page: async () => (await import('./backups/backups-page.tsx')).BackupsPage,
      loader: async () => (await import('./backups/loader.ts')).loadBackups,
    },
  ],
}
