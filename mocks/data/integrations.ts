/** Integrations between a project's services. */
import type { MockProject } from './model.ts'

const PAIRS = [
  { id: 'a1', type: 'kafka_connect', source: 'events', dest: 'connectors', description: 'Kafka Connect for events' },
  { id: 'a2', type: 'metrics', source: 'orders-db', dest: 'metrics', description: 'Metrics of orders-db' },
  { id: 'a3', type: 'metrics', source: 'events', dest: 'metrics', description: 'Metrics of events' },
  { id: 'a4', type: 'dashboard', source: 'dashboards', dest: 'metrics', description: 'Dashboards of metrics' },
  { id: 'a5', type: 'logs', source: 'orders-db', dest: 'search', description: 'Logs of orders-db' },
  {
    id: 'a6',
    type: 'kafka_mirrormaker',
    source: 'events',
    dest: 'region-mirror',
    description: 'Replication of events',
  },
] as const

/** The integrations of a service, as the API tells of them. Those of deleted services are left out. */
export const integrationsOf = ({ name: project, services }: MockProject, service: string) =>
  PAIRS.filter(({ source, dest }) => source === service || dest === service).flatMap(
    ({ id, type, source, dest, description }) => {
      const from = services.find(({ name }) => name === source)
      const to = services.find(({ name }) => name === dest)
      if (!from || !to) return []
      const active = from.state !== 'POWEROFF' && to.state !== 'POWEROFF'
      return [
        {
          service_integration_id: `5c1e7f00-0000-4000-8000-0000000000${id}`,
          integration_type: type,
          description,
          active,
          enabled: true,
          source_project: project,
          source_service: source,
          source_service_type: from.type,
          dest_project: project,
          dest_service: dest,
          dest_service_type: to.type,
          integration_status: {
            state: { errors: [], likely_error_cause: null, nodes: {}, status: active ? 'running' : 'inactive' },
            status_user_desc: active ? 'Integration active' : 'A service is powered off',
          },
          user_config: {},
        },
      ]
    },
  )
