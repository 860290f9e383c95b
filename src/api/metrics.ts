/** Metrics of a service: what its nodes measured over a period that ends now. */
import * as v from 'valibot'

import { readWireTime } from '../domain/wire-time.ts'
import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

export const PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** What one node measured. */
export interface MetricSeries {
  /** The node, as the API calls it: "orders-db-1 (master)". */
  readonly label: string
  /** One for each of the metric's times; undefined where nothing was measured. */
  readonly values: readonly (number | undefined)[]
}

export interface Metric {
  /** As the API calls it: "cpu_usage". */
  readonly name: string
  /** In words, where the API has some: "CPU usage %". */
  readonly title: string | undefined
  /** Milliseconds of the epoch, ascending, each once. */
  readonly times: readonly number[]
  readonly series: readonly MetricSeries[]
}

/** A head, perhaps, and then rows by time: where none has one, they can't be read, which isn't to say that there are none. */
const RowsSchema = v.pipe(
  v.array(v.unknown()),
  v.check(
    (rows) => rows.length < 2 || rows.some((row) => Array.isArray(row) && readWireTime(row[0]) !== undefined),
    'no row begins with a time',
  ),
)

/** `service_name` is what `readItems` calls an item that can't be read. */
const MetricSchema = v.object({
  service_name: v.string(),
  data: v.object({ cols: v.array(v.unknown()), rows: RowsSchema }),
  hints: v.fallback(v.optional(v.object({ title: shownText })), undefined),
})

const AnswerSchema = v.object({ metrics: v.record(v.string(), v.unknown()) })

const toNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

const labelOf = (column: unknown, index: number): string => {
  const { label } = v.parse(v.fallback(v.object({ label: shownText }), { label: undefined }), column)
  return label ?? `Series ${String(index + 1)}`
}

/** Rows by time: one whose first cell is no time is a repeated head, and of two of one time the later holds. */
const readMetric = (raw: unknown): Metric => {
  const { service_name: name, data, hints } = v.parse(MetricSchema, raw)
  const byTime = new Map<number, readonly unknown[]>()
  for (const row of data.rows) {
    if (!Array.isArray(row)) continue
    const [first, ...cells] = row as unknown[]
    const time = readWireTime(first)
    if (time !== undefined) byTime.set(time, cells)
  }
  const times = [...byTime.keys()].toSorted((one, other) => one - other)
  return {
    name,
    title: hints?.title,
    times,
    series: data.cols.slice(1).map((column, index) => ({
      label: labelOf(column, index),
      values: times.map((time) => toNumber(byTime.get(time)?.[index])),
    })),
  }
}

/** Every metric of the answer, in its order. What can't be read of one costs only that one. */
export const readMetrics = (body: unknown): ReadList<Metric> =>
  readItems(
    Object.entries(v.parse(AnswerSchema, body).metrics).map(([name, metric]) => ({
      ...(typeof metric === 'object' && metric),
      service_name: name,
    })),
    'Metric',
    readMetric,
  )

/** How far apart the points of a period are, in milliseconds; of the longer ones nobody waits for the next. */
const REFRESHED: Partial<Record<Period, number>> = { hour: 30 * SECOND, day: 300 * SECOND }

/**
 * `POST /v1/project/{project}/service/{service}/metrics`, which only reads.
 * @param topic of Kafka: then those of the topic alone
 */
export const serviceMetrics = (api: Api, project: string, service: string, period: Period, topic?: string) => {
  const every = REFRESHED[period]
  return readQuery(api, {
    operation: 'ServiceMetricsFetch',
    params: { project, service_name: service },
    body: { period, ...(topic !== undefined && { kafka_topic_name: topic }) },
    read: readMetrics,
    // No sooner than the next point is there: whoever comes back to the window doesn't ask twice for the same.
    staleTime: every ?? 1800 * SECOND,
    gcTime: 300 * SECOND,
    ...(every !== undefined && { refreshAfter: () => every }),
  })
}
