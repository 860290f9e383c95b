/** Indexes of an OpenSearch service, until some are deleted. */
import type { MockIndex } from './model.ts'

const DAY_MS = 86_400_000
const DAYS_OF_LOGS = 14

const index = (name: string, docs: number, bytesEach: number, more: Partial<MockIndex> = {}): MockIndex => ({
  name,
  docs,
  size: docs * bytesEach,
  health: 'green',
  status: 'open',
  shards: 1,
  replicas: 1,
  daysOld: 95,
  ...more,
})

/** @param now milliseconds since 1970: an index of logs is made each day */
export const seededIndexes = (now: number): readonly MockIndex[] => [
  index('.kibana_1', 48, 2400),
  index('.opensearch-notifications-config', 0, 0),
  index('catalogue-v2', 48_211, 3100, { shards: 3, daysOld: 40 }),
  index('catalogue-v1', 47_002, 2900, { status: 'close', shards: 3 }),
  index('orders', 1_204_882, 940, { shards: 6, readOnly: true }),
  index('reviews', 88_140, 1200, { health: 'yellow', replicas: 2, daysOld: 60 }),
  index('suggestions', 5210, 410, { health: 'red', daysOld: 12 }),
  ...Array.from({ length: DAYS_OF_LOGS }, (_, daysOld) => {
    const day = new Date(now - daysOld * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '.')
    return index(`shop-logs-${day}`, 310_000 + ((daysOld * 37_003) % 90_000), 620, { daysOld })
  }),
]
