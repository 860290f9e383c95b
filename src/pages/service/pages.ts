/** The code of a service's pages and of their requests: a file of its own, so that the first screen lists none of them. */
export const serviceLayout = async () => (await import('./service-layout.tsx')).ServiceLayout
export const loadService = async () => (await import('./loader.ts')).loadService
export const overviewPage = async () => (await import('./overview-page.tsx')).OverviewPage
export const connectPage = async () => (await import('./connect-page.tsx')).ConnectPage
export const topicsPage = async () => (await import('./topics/topics-page.tsx')).TopicsPage
export const loadTopics = async () => (await import('./inside-loaders.ts')).loadTopics
export const aclPage = async () => (await import('./acl/acl-page.tsx')).AclPage
export const loadAcl = async () => (await import('./inside-loaders.ts')).loadAcl
export const settingsPage = async () => (await import('./settings/settings-page.tsx')).SettingsPage
export const databasesPage = async () => (await import('./databases/databases-page.tsx')).DatabasesPage
export const loadDatabases = async () => (await import('./inside-loaders.ts')).loadDatabases
export const poolsPage = async () => (await import('./connection-pools/pools-page.tsx')).PoolsPage
export const usersPage = async () => (await import('./users-page.tsx')).UsersPage
export const integrationsPage = async () => (await import('./integrations/integrations-page.tsx')).IntegrationsPage
export const loadIntegrations = async () => (await import('./integrations/loader.ts')).loadIntegrations
export const metricsPage = async () => (await import('./metrics/metrics-page.tsx')).MetricsPage
export const logsPage = async () => (await import('./logs/logs-page.tsx')).LogsPage
export const currentQueriesPage = async () =>
  (await import('./current-queries/current-queries-page.tsx')).CurrentQueriesPage
export const queryStatisticsPage = async () =>
  (await import('./query-statistics/query-statistics-page.tsx')).QueryStatisticsPage
export const backupsPage = async () => (await import('./backups/backups-page.tsx')).BackupsPage
export const loadBackups = async () => (await import('./backups/loader.ts')).loadBackups
