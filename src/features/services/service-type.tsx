import type { Service } from '../../api/service.ts'
import { typeRow } from '../../domain/verdict.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

/** Pictures by what a service does; a type that is not here gets the box. */
const ICONS: Record<string, IconName> = {
  pg: 'database',
  mysql: 'database',
  alloydbomni: 'database',
  cassandra: 'database',
  clickhouse: 'database',
  kafka: 'stream',
  kafka_connect: 'stream',
  kafka_mirrormaker: 'stream',
  flink: 'stream',
  opensearch: 'search',
  elasticsearch: 'search',
  grafana: 'chart',
  thanos: 'chart',
  influxdb: 'chart',
  m3db: 'chart',
  m3aggregator: 'chart',
  redis: 'cache',
  valkey: 'cache',
  dragonfly: 'cache',
}

export const ServiceIcon = ({ type, className = '' }: { type: string; className?: string }) => (
  <Icon name={ICONS[type] ?? 'box'} className={`size-8 rounded-md bg-sunken p-2 text-muted ${className}`} />
)

/**
 * What a service is called by its type, with the version where the API says one: "PostgreSQL 16". The name
 * comes from the requirements table; a type that it doesn't know, from the API.
 */
export const serviceTypeName = ({ service_type, service_type_description, user_config }: Service): string => {
  const known = typeRow(service_type)?.service.replace(/^Aiven (for )?/, '')
  const name = known ?? service_type_description?.split(' - ')[0] ?? service_type
  const version = user_config[`${service_type}_version`]
  return typeof version === 'string' ? `${name} ${version}` : name
}
