/**
 * Components with rules in `connection-settings.ts`. A separate small file, so that the rules are loaded only for these.
 */
export const COMPONENTS_WITH_RULES = [
  'pg',
  'pgbouncer',
  'mysql',
  'mysqlx',
  'redis',
  'valkey',
  'dragonfly',
  'opensearch',
  'opensearch_dashboards',
  'grafana',
  'schema_registry',
] as const
