import type { PageRoute } from '../../features/routing/page-route.ts'

/** All but the paths comes when a service is opened. */
const pages = () => import('./pages.ts')

export const serviceRoute: PageRoute = {
  path: 'project/:project/services/:service',
  page: async () => (await pages()).serviceLayout(),
  loader: async () => (await pages()).loadService(),
  children: [
    { path: 'overview', page: async () => (await pages()).overviewPage() },
    { path: 'connect', page: async () => (await pages()).connectPage() },
    {
      path: 'topics',
      page: async () => (await pages()).topicsPage(),
      loader: async () => (await pages()).loadTopics(),
    },
    {
      path: 'acl',
      page: async () => (await pages()).aclPage(),
      loader: async () => (await pages()).loadAcl(),
    },
    { path: 'settings', page: async () => (await pages()).settingsPage() },
    {
      path: 'databases',
      page: async () => (await pages()).databasesPage(),
      loader: async () => (await pages()).loadDatabases(),
    },
    { path: 'connection-pools', page: async () => (await pages()).poolsPage() },
    { path: 'users', page: async () => (await pages()).usersPage() },
    {
      path: 'integrations',
      page: async () => (await pages()).integrationsPage(),
      loader: async () => (await pages()).loadIntegrations(),
    },
    { path: 'metrics', page: async () => (await pages()).metricsPage() },
    { path: 'logs', page: async () => (await pages()).logsPage() },
    {
      path: 'current-queries',
      page: async () => (await pages()).currentQueriesPage(),
    },
    {
      path: 'query-statistics',
      page: async () => (await pages()).queryStatisticsPage(),
    },
    {
      path: 'backups',
      page: async () => (await pages()).backupsPage(),
      loader: async () => (await pages()).loadBackups(),
    },
  ],
}
