/** Aiven's metrics: their order, units and thresholds. */
import { lookup } from '../lib/lookup.ts'

export type Unit = 'percent' | 'iops' | 'bytes' | 'plain'

export interface MetricKind {
  readonly unit: Unit
  /** Its name if the API sends no title. */
  readonly title?: string
  /** Warning and danger level: for disks, Aiven alerts at 90 %, and makes a service read-only at about 97 %. */
  readonly thresholds?: readonly number[]
}

const IOPS = { unit: 'iops' } as const
const BYTES = { unit: 'bytes' } as const

/** In display order: resources that can run out come first. */
const KINDS: Readonly<Record<string, MetricKind>> = {
  cpu_usage: { unit: 'percent', title: 'CPU usage' },
  mem_usage: { unit: 'percent', title: 'Memory usage' },
  disk_usage: { unit: 'percent', title: 'Disk usage', thresholds: [90, 97] },
  load_average: { unit: 'plain', title: 'Load average' },
  disk_ioread: { ...IOPS, title: 'Disk reads' },
  disk_ioreads: { ...IOPS, title: 'Disk reads' },
  diskio_read: { ...IOPS, title: 'Disk reads' },
  diskio_reads: { ...IOPS, title: 'Disk reads' },
  disk_iowrite: { ...IOPS, title: 'Disk writes' },
  disk_iowrites: { ...IOPS, title: 'Disk writes' },
  diskio_write: { ...IOPS, title: 'Disk writes' },
  diskio_writes: { ...IOPS, title: 'Disk writes' },
  net_receive: { ...BYTES, title: 'Network receive' },
  net_send: { ...BYTES, title: 'Network send' },
}

const ORDER = new Map(Object.keys(KINDS).map((name, index) => [name, index]))

/** A metric's description; an unknown metric has plain numbers. */
export const metricKind = (name: string): MetricKind => lookup(KINDS, name) ?? { unit: 'plain' }

/** Known metrics in display order, then the others in the API's order. */
export const orderMetrics = <T extends { readonly name: string }>(metrics: readonly T[]): readonly T[] => {
  const place = ({ name }: T) => ORDER.get(name) ?? ORDER.size
  return metrics.toSorted((one, other) => place(one) - place(other))
}

export const UNIT_WORDS: Readonly<Record<Unit, string>> = { percent: '%', iops: 'IOPS', bytes: 'B/s', plain: '' }

const SI = ['', 'k', 'M', 'G', 'T', 'P'] as const
const IEC = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'] as const

/** At most three significant digits: 0.25, 41.2, 412. */
const digits = (value: number): string => {
  const size = Math.abs(value)
  return String(Number(value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2)))
}

/** A number with the prefix that keeps it short: `1.2 M`, for bytes `412 Ki`. */
const scaled = (value: number, base: 1000 | 1024): readonly [number: string, prefix: string] => {
  const prefixes = base === 1024 ? IEC : SI
  // Numbers below ten thousand get no prefix; bytes get one from 1024 on.
  const from = base === 1024 ? 1024 : 10_000
  if (Math.abs(value) < from) return [digits(value), '']
  const power = Math.floor(Math.log(Math.abs(value)) / Math.log(base))
  if (power >= prefixes.length) return [value.toExponential(2), '']
  return [digits(value / base ** power), prefixes[power] ?? '']
}

/** A measured value with its unit, in short form: "41.2 %", "412 KiB/s", "1.2 M IOPS". */
export const formatMetric = (value: number, unit: Unit): string => {
  const [number, prefix] = scaled(value, unit === 'bytes' ? 1024 : 1000)
  const word = unit === 'bytes' ? `${prefix}B/s` : [prefix, UNIT_WORDS[unit]].filter(Boolean).join(' ')
  return word === '' ? number : `${number} ${word}`
}
