/** Clients of ClickHouse's own protocol, in the order in which they are offered: one row per client. */
import { speaks } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const CLICKHOUSE: readonly Guide[] = [
  {
    id: 'clickhouse-driver',
    name: 'Python, clickhouse-driver',
    language: 'python',
    applies: speaks('clickhouse'),
    load: async () => (await import('../guides/clickhouse.ts')).clickhouseDriver,
  },
  {
    id: 'clickhouse-go',
    name: 'Go, clickhouse-go',
    language: 'go',
    applies: speaks('clickhouse'),
    load: async () => (await import('../guides/clickhouse.ts')).clickhouseGo,
  },
]
