/** Topics of the Kafka services, and consumer groups that read them. */
import { share } from '../hash.ts'
import type { MockProject, MockTopic } from './model.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const topic = (
  name: string,
  partitions: number,
  perSecond: number,
  groups: readonly string[],
  more: Partial<MockTopic> = {},
): MockTopic => ({
  name,
  partitions,
  replication: 3,
  config: { cleanup_policy: 'delete', retention_ms: 7 * DAY_MS, retention_bytes: -1, min_insync_replicas: 2 },
  perSecond,
  groups,
  ...more,
})

const COMPACTED = { cleanup_policy: 'compact', retention_ms: -1, retention_bytes: -1, min_insync_replicas: 2 }
const TEAM = (team: string) => ({ tags: [{ key: 'team', value: team }] })

const EVENTS: readonly MockTopic[] = [
  topic('orders.created', 12, 42, ['billing', 'warehouse', 'analytics'], {
    ...TEAM('orders'),
    description: 'One message for each order that was placed.',
  }),
  topic('orders.paid', 12, 31, ['warehouse', 'analytics'], TEAM('orders')),
  topic('orders.shipped', 6, 24, ['notifications'], TEAM('orders')),
  topic('orders.returned', 3, 2, ['billing'], TEAM('orders')),
  topic('payments.authorised', 6, 33, ['fraud-check'], TEAM('payments')),
  topic('payments.refused', 3, 1.2, ['fraud-check', 'notifications'], TEAM('payments')),
  topic('customers', 6, 0.6, ['crm-sync'], { config: COMPACTED, description: 'The latest state of each customer.' }),
  topic('products', 3, 0.2, ['search-indexer'], { config: COMPACTED }),
  topic('stock-levels', 6, 55, ['shop-front'], { config: { ...COMPACTED, cleanup_policy: 'compact,delete' } }),
  topic('page-views', 24, 410, ['analytics'], {
    config: { cleanup_policy: 'delete', retention_ms: DAY_MS, retention_bytes: 53_687_091_200, min_insync_replicas: 1 },
  }),
  topic('audit-log', 3, 4, ['audit'], {
    config: { cleanup_policy: 'delete', retention_ms: -1, retention_bytes: -1, min_insync_replicas: 2 },
  }),
  topic('dead-letters', 1, 0.02, []),
  topic('_schemas', 1, 0.001, [], { config: COMPACTED }),
]

const FEW: readonly MockTopic[] = [
  topic('clicks', 6, 120, ['loader']),
  topic('sessions', 3, 15, ['loader']),
  topic('_schemas', 1, 0.001, [], { config: COMPACTED }),
]

/** The topics that a service has from the start. */
export const seededTopics = (service: string): readonly MockTopic[] => (service === 'events' ? EVENTS : FEW)

const AREAS = ['orders', 'payments', 'stock', 'mail', 'search', 'audit', 'billing', 'returns'] as const
const KINDS = ['created', 'changed', 'deleted', 'failed', 'retried'] as const

/** The projects in which `events` has that many topics. */
export const withManyTopics = (projects: readonly MockProject[], count: number): readonly MockProject[] =>
  projects.map((project) => ({
    ...project,
    services: project.services.map((service) =>
      service.name === 'events'
        ? {
            ...service,
            topics: Array.from({ length: count }, (_, index) => {
              const area = AREAS[index % AREAS.length] ?? 'orders'
              const kind = KINDS[Math.floor(share(`kind ${String(index)}`) * KINDS.length)] ?? 'created'
              const name = `${area}.${kind}.${String(index).padStart(5, '0')}`
              return topic(name, 1 + (index % 6), share(name) * 50, index % 3 === 0 ? ['analytics'] : [])
            }),
          }
        : service,
    ),
  }))
