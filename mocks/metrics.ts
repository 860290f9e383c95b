/** Metrics of a service, derived from its name and the time: the same request at the same time gets the same answer. */
import { loadAt, wasRunningAt, seedOf, spikeAt, wave } from './activity.ts'
import { iso } from './answers.ts'
import type { MockService } from './data/model.ts'
import { hash, noise } from './hash.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const PERIODS = {
  hour: { duration: HOUR, step: 30 * SECOND },
  day: { duration: DAY, step: 5 * MINUTE },
  week: { duration: 7 * DAY, step: 30 * MINUTE },
  month: { duration: 30 * DAY, step: 3 * HOUR },
  year: { duration: 365 * DAY, step: DAY },
} as const

export type Period = keyof typeof PERIODS

interface Moment {
  readonly time: number
  readonly busy: number
  readonly spike: number
  /** Noise from 0 to 1, different for each point. */
  readonly luck: number
  readonly seed: number
}

interface Metric {
  readonly name: string
  readonly title: string
  readonly most: number
  readonly value: (moment: Moment) => number
}

/** A disk fills over two months, then old data is deleted; some services have too full disks. */
const FULL_DISKS: Readonly<Record<string, number>> = { clicks: 91.5, 'reports-db': 97.8 }
const DISK_CYCLE = 60 * DAY

/** Disk usage of a service at that moment, in percent. */
export const diskUsageAt = (project: string, service: string, time: number): number => {
  const full = FULL_DISKS[service]
  if (full !== undefined) return full + 0.3 * wave(time, DAY, 0)
  const seed = seedOf(project, service)
  const least = 22 + (seed % 23)
  return least + 25 * (((time + (seed % 1000) * HOUR) % DISK_CYCLE) / DISK_CYCLE)
}

const metric = (name: string, title: string, most: number, value: Metric['value']): Metric => ({
  name,
  title,
  most,
  value,
})

const METRICS: readonly Metric[] = [
  metric('cpu_usage', 'CPU usage %', 100, ({ busy, spike, luck }) => 6 + 34 * busy + 48 * spike + 5 * luck),
  metric(
    'mem_usage',
    'Memory usage %',
    100,
    ({ busy, spike, luck, seed }) => 46 + (seed % 17) + 9 * busy + 12 * spike + luck,
  ),
  metric('load_average', 'Load average', 64, ({ busy, spike, luck }) => 0.2 + 1.3 * busy + 3.4 * spike + 0.2 * luck),
  metric(
    'diskio_read',
    'Disk reads per second',
    20_000,
    ({ busy, spike, luck }) => 12 + 160 * busy + 900 * spike + 40 * luck,
  ),
  metric(
    'diskio_writes',
    'Disk writes per second',
    20_000,
    ({ busy, spike, luck }) => 40 + 260 * busy + 600 * spike + 60 * luck,
  ),
  metric(
    'net_receive',
    'Network receive (bytes/s)',
    1e9,
    ({ busy, spike, luck }) => 9000 + 410_000 * busy + 1_900_000 * spike + 60_000 * luck,
  ),
  metric(
    'net_send',
    'Network send (bytes/s)',
    1e9,
    ({ busy, spike, luck }) => 14_000 + 980_000 * busy + 2_600_000 * spike + 90_000 * luck,
  ),
]

const TOPIC_METRICS: readonly Metric[] = [
  metric(
    'messages_in',
    'Messages in per second',
    1e6,
    ({ busy, spike, luck }) => 2 + 60 * busy + 140 * spike + 4 * luck,
  ),
  metric(
    'bytes_in',
    'Bytes in per second',
    1e9,
    ({ busy, spike, luck }) => 1200 + 38_000 * busy + 90_000 * spike + 2400 * luck,
  ),
  metric(
    'bytes_out',
    'Bytes out per second',
    1e9,
    ({ busy, spike, luck }) => 2500 + 92_000 * busy + 160_000 * spike + 4000 * luck,
  ),
]

/** How a scenario changes metrics: empty, gaps, or times in the format of Google Charts. */
export type MetricsVariant = 'empty' | 'gaps' | 'google-dates'

const WITH_STANDBY: ReadonlySet<string> = new Set(['pg', 'mysql', 'alloydbomni', 'valkey', 'redis'])

const nodeLabels = ({ name, nodes, type }: MockService): string[] =>
  Array.from({ length: nodes }, (_, index) => {
    const role = WITH_STANDBY.has(type) && nodes > 1 ? (index === 0 ? ' (master)' : ' (standby)') : ''
    return `${name}-${String(index + 1)}${role}`
  })

const googleDate = (time: number): string => {
  const date = new Date(time)
  const parts = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  return `Date(${[...parts, date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].join(',')})`
}

const round = (value: number): number => (value < 100 ? Math.round(value * 100) / 100 : Math.round(value))

interface MetricsQuery {
  readonly project: string
  readonly service: MockService
  readonly period: Period
  readonly now: number
  readonly variant?: MetricsVariant
  readonly topic?: string
}

/** Gaps: half an hour of every five for all nodes, and half the time for the second node. */
const isHole = (time: number, node: number): boolean =>
  Math.floor(time / (30 * MINUTE)) % 10 === 3 || (node === 1 && Math.floor(time / (45 * MINUTE)) % 2 === 0)

type Row = readonly (string | number | null)[]

/** All metrics of a service over a period that ends now, in the format of Google Charts. */
export const metricsAnswer = ({ project, service, period, now, variant, topic }: MetricsQuery) => {
  const { duration, step } = PERIODS[period]
  const base = seedOf(project, service.name)
  const labels = nodeLabels(service)
  const last = Math.floor(now / step) * step
  const times = Array.from({ length: duration / step }, (_, index) => last - (duration / step - 1 - index) * step)
  const ran = variant === 'empty' ? [] : times.filter((time) => wasRunningAt(service, time, now))

  const rowsOf = ({ name, most, value }: Metric): Row[] => {
    const seed = hash(`${String(base)}/${name}/${topic ?? ''}`)
    return ran.flatMap((time): Row[] => {
      const busy = loadAt(base, time)
      const spike = spikeAt(base, time)
      const values = labels.map((_, node) => {
        if (variant === 'gaps' && isHole(time, node)) return null
        // With several nodes, the master is the busiest.
        const part = name === 'disk_usage' ? 1 : 1 - 0.25 * Math.min(node, 2)
        const luck = noise(seed + node, Math.floor(time / step))
        return round(Math.min(most, part * value({ time, busy, spike, luck, seed: base })))
      })
      if (variant === 'gaps' && values.every((one) => one === null)) return []
      return [[variant === 'google-dates' ? googleDate(time) : iso(time), ...values]]
    })
  }

  const disk = metric('disk_usage', 'Disk space usage %', 100, ({ time }) => diskUsageAt(project, service.name, time))
  const asked = topic === undefined ? [...METRICS, disk] : TOPIC_METRICS
  return Object.fromEntries(
    asked.map((one) => [
      one.name,
      {
        data: {
          cols: [{ label: 'time', type: 'date' }, ...labels.map((label) => ({ label, type: 'number' }))],
          rows: rowsOf(one),
        },
        hints: { title: one.title },
      },
    ]),
  )
}
