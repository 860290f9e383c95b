/** The guides of one protocol: their code comes when an endpoint asks for it. */
import type { Guide, Protocol } from './guide.ts'

type Guides = Promise<readonly Guide[]>

const LOADERS: Readonly<Record<Protocol, () => Guides>> = {
  postgresql: async () => (await import('./protocols/postgresql.ts')).POSTGRESQL,
  mysql: async () => (await import('./protocols/mysql.ts')).MYSQL,
  kafka: async () => (await import('./protocols/kafka.ts')).KAFKA,
  redis: async () => (await import('./protocols/redis.ts')).REDIS,
  cassandra: async () => (await import('./protocols/cassandra.ts')).CASSANDRA,
  clickhouse: async () => (await import('./protocols/clickhouse.ts')).CLICKHOUSE,
  other: () => Promise.resolve([]),
  https: async () => (await import('./protocols/https.ts')).HTTPS,
}

const asked = new Map<Protocol, Guides>()

/** In the order in which they are offered. The same promise each time, as `use` of React wants it. */
export const guidesFor = (protocol: Protocol): Guides => {
  const guides = asked.get(protocol) ?? LOADERS[protocol]()
  asked.set(protocol, guides)
  return guides
}
