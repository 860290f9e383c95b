/** Metrics of a service: measurements of its nodes over a period that ends now. */
import * as v from 'valibot'

import { readWireTime } from '../domain/wire-time.ts'
import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

export const PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** Measurements of one node. */
export interface MetricSeries {
  /** The node, as the API calls it: "orders-db-1 (master)". */
  readonly label: string
  /** One value for each of the metric's times; undefined if not measured. */
  readonly values: readonly (number | undefined)[]
}

export interface Metric {
  /** As the API calls it: "cpu_usage". */
  readonly name: string
  /** The API's description, if any: "CPU usage %". */
  readonly title: string | undefined
  /** Milliseconds since 1970, ascending, without duplicates. */
  readonly times: readonly number[]
  readonly series: readonly MetricSeries[]
}

/** An optional header, then rows by time. If no row has a time, the answer is unreadable, not empty. */
const RowsSchema = v.pipe(
  v.array(v.unknown()),
  v.check(
    (rows) => rows.length < 2 || rows.some((row) => Array.isArray(row) && readWireTime(row[0]) !== undefined),
    'no row begins with a time',
  ),
)

/** `readItems` uses `service_name` as the name of an unreadable item. */
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

/** Rows by time: a row without a time is a repeated header, and for equal times the later row wins. */
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

/** Every metric of the answer, in order. An unreadable metric doesn't affect the others. */
export const readMetrics = (body: unknown): ReadList<Metric> =>
  readItems(
    Object.entries(v.parse(AnswerSchema, body).metrics).map(([name, metric]) => ({
      ...(typeof metric === 'object' && metric),
      service_name: name,
    })),
    'Metric',
    readMetric,
  )

/** How far apart the points of a period are, in milliseconds; for longer periods there is no automatic refresh. */
const REFRESH_MS: Partial<Record<Period, number>> = { hour: 30 * SECOND, day: 300 * SECOND }

/**
 * `POST /v1/project/{project}/service/{service}/metrics`, which only reads.
 * @param topic of Kafka: then only that topic's metrics
 */
export const serviceMetrics = (api: Api, project: string, service: string, period: Period, topic?: string) => {
  const every = REFRESH_MS[period]
  return readQuery(api, {
    operation: 'ServiceMetricsFetch',
    params: { project, service_name: service },
    body: { period, ...(topic !== undefined && { kafka_topic_name: topic }) },
    read: readMetrics,
    // Not before the next point exists, so that returning to the window doesn't request the same data twice.
    staleTime: every ?? 1800 * SECOND,
    gcTime: 300 * SECOND,
    ...(every !== undefined && { refreshAfter: () => every }),
  })
}
