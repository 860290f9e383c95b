/** Components whose settings change how one connects, as far as it is told here: light, so that the rules load only for them. */
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
