/** All clients that the console has a guide for. A page that speaks of one endpoint takes `guidesFor` instead. */
import type { Guide } from './guide.ts'
import { CASSANDRA } from './protocols/cassandra.ts'
import { CLICKHOUSE } from './protocols/clickhouse.ts'
import { HTTPS } from './protocols/https.ts'
import { KAFKA } from './protocols/kafka.ts'
import { MYSQL } from './protocols/mysql.ts'
import { POSTGRESQL } from './protocols/postgresql.ts'
import { REDIS } from './protocols/redis.ts'

/** One that speaks several protocols stands there once: with the last of them. */
export const GUIDES: readonly Guide[] = [
  ...POSTGRESQL,
  ...MYSQL,
  ...KAFKA,
  ...REDIS,
  ...HTTPS,
  ...CASSANDRA,
  ...CLICKHOUSE,
].filter((guide, index, all) => all.lastIndexOf(guide) === index)
