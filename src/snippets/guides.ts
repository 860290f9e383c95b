/** All clients that the console has a guide for, without their templates. */
import type { Guide, Protocol } from './guide.ts'
import { CASSANDRA } from './protocols/cassandra.ts'
import { CLICKHOUSE } from './protocols/clickhouse.ts'
import { HTTPS } from './protocols/https.ts'
import { KAFKA } from './protocols/kafka.ts'
import { MYSQL } from './protocols/mysql.ts'
import { POSTGRESQL } from './protocols/postgresql.ts'
import { REDIS } from './protocols/redis.ts'

const BY_PROTOCOL: Readonly<Record<Protocol, readonly Guide[]>> = {
  postgresql: POSTGRESQL,
  mysql: MYSQL,
  kafka: KAFKA,
  redis: REDIS,
  https: HTTPS,
  cassandra: CASSANDRA,
  clickhouse: CLICKHOUSE,
  other: [],
}

/** The guides of one protocol, in the order in which they are offered. */
export const guidesFor = (protocol: Protocol): readonly Guide[] => BY_PROTOCOL[protocol]

/** All guides: one that speaks several protocols once. */
export const GUIDES: readonly Guide[] = [...new Set(Object.values(BY_PROTOCOL).flat())]

/** For whoever uses a client that has no guide. */
export const ANOTHER_CLIENT: Guide = {
  id: 'another-client',
  name: 'Another client',
  language: 'form',
  applies: ({ trust }) => trust !== 'plaintext',
  load: async () => (await import('./guides/another-client.ts')).anotherClient,
}
