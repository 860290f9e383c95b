/** A metric in words, and as a file. */
import type { Metric } from '../../../api/metrics.ts'
import { formatMetric, type Unit } from '../../../domain/metrics.ts'
import { toCsv } from '../../../lib/csv.ts'
import { formatSecond } from '../../../ui/time-zone.ts'
import type { TimeZone } from '../../../lib/wall-clock.ts'

/** The last, the lowest and the highest value of a line, with its time. */
export interface Extremes {
  readonly last: number
  readonly lowest: number
  readonly highest: number
  readonly highestAt: number
}

export const extremesOf = (times: readonly number[], values: readonly (number | undefined)[]): Extremes | undefined => {
  let found: Extremes | undefined
  for (const [index, at] of times.entries()) {
    const value = values[index]
    if (value === undefined) continue
    const isHighest = found === undefined || value > found.highest
    found = {
      last: value,
      lowest: Math.min(value, found?.lowest ?? value),
      highest: isHighest ? value : (found?.highest ?? value),
      highestAt: isHighest ? at : (found?.highestAt ?? at),
    }
  }
  return found
}

interface Words {
  readonly unit: Unit
  readonly zone: TimeZone
}

/** Describes the chart for screen readers: range, last, lowest and highest value with times. */
export const describeMetric = ({ times, series }: Metric, { unit, zone }: Words): string => {
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined) return 'Nothing was measured.'
  const lines = series.map(({ label, values }) => {
    const found = extremesOf(times, values)
    if (!found) return `${label}: no values.`
    const text = (value: number) => formatMetric(value, unit)
    return `${label}: last ${text(found.last)}, lowest ${text(found.lowest)}, highest ${text(found.highest)} at ${formatSecond(new Date(found.highestAt), zone)}.`
  })
  return [`From ${formatSecond(new Date(first), zone)} to ${formatSecond(new Date(last), zone)}.`, ...lines].join(' ')
}

/** One point of a figure in words: its time, and every node's value. */
export const describePoint = ({ times, series }: Metric, index: number, { unit, zone }: Words): string => {
  const values = series.map(({ label, values: all }) => {
    const value = all[index]
    return `${label} ${value === undefined ? 'no value' : formatMetric(value, unit)}`
  })
  return [formatSecond(new Date(times[index] ?? 0), zone), ...values].join(', ')
}

/** The numbers as the API sent them, by time in UTC. */
export const metricCsv = ({ times, series }: Metric): string =>
  toCsv(
    ['time', ...series.map(({ label }) => label)],
    times.map((time, index) => [new Date(time).toISOString(), ...series.map(({ values }) => values[index] ?? '')]),
  )
