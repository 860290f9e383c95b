/** Clients of ClickHouse's own protocol, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { clickhouseDriver, clickhouseGo } from '../guides/clickhouse.ts'

export const CLICKHOUSE: readonly Guide[] = [clickhouseDriver, clickhouseGo]
