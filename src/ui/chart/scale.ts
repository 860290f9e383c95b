/** Maps measured values to positions in a drawing. */

/** Size of the drawing in its own units; it is stretched to the available space. */
export const WIDTH = 1000
export const HEIGHT = 100

export interface Interval {
  readonly from: number
  readonly to: number
}

export interface ValueScale extends Interval {
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 2.5, 5, 10]
const WANTED = 4

/** The smallest round step that divides the length into at most four parts; for bytes, round in powers of 1024. */
const roundStep = (length: number, base: 1000 | 1024): number => {
  const wanted = length / WANTED
  const prefix = base === 1024 ? 1024 ** Math.max(0, Math.floor(Math.log(wanted) / Math.log(1024))) : 1
  const power = 10 ** Math.floor(Math.log10(wanted / prefix))
  const factor = STEPS.find((step) => step * power * prefix >= wanted * (1 - 1e-9)) ?? 10
  return factor * power * prefix
}

/**
 * An axis for values from `lowest` to `highest`: it begins at 0, or at a round number below it, and ends at a round one.
 * @param base 1024 for units such as KiB and MiB
 */
export const valueScale = (lowest: number, highest: number, base: 1000 | 1024 = 1000): ValueScale => {
  const from = Math.min(0, lowest)
  const length = Math.max(highest, 0) - from
  // Smaller steps exceed the precision of numbers.
  const step = length > 1e-30 ? roundStep(length, base) : 1
  const first = Math.floor(from / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(Math.max(highest, 0) / step - 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
  return { from: first * step, to: last * step, ticks }
}

/** Position of a value in an interval, from 0 to 1. */
export const shareOf = (value: number, { from, to }: Interval): number =>
  to > from ? (value - from) / (to - from) : 0.5

/** The median distance between points; undefined for fewer than two. */
export const usualStep = (times: readonly number[]): number | undefined => {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  return steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 2)]
}

/** The index of the nearest time; undefined if it is further away than `within`. */
export const nearestIndex = (times: readonly number[], time: number, within = Infinity): number | undefined => {
  if (times.length === 0) return undefined
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) < time) low = middle + 1
    else high = middle
  }
  const distance = (index: number) => Math.abs((times[index] ?? Infinity) - time)
  const best = distance(low - 1) <= distance(low) ? low - 1 : low
  return distance(best) <= within ? best : undefined
}

interface Points {
  readonly times: readonly number[]
  readonly values: readonly (number | undefined)[]
}

/**
 * A line as an SVG path. It breaks at missing values and missing times; an isolated value is a point (a line of length 0,
 * which round ends make visible).
 */
export const linePath = ({ times, values }: Points, x: Interval, y: Interval, step = usualStep(times)): string => {
  const isGap = (one: number, other: number) => step !== undefined && other - one > 1.5 * step
  let path = ''
  let last: number | undefined
  let isAlone = false
  const end = () => {
    if (isAlone) path += 'h0'
  }
  for (const [index, time] of times.entries()) {
    const value = values[index]
    if (value === undefined) {
      end()
      isAlone = false
      last = undefined
      continue
    }
    const goesOn = last !== undefined && !isGap(last, time)
    if (!goesOn) end()
    const place = `${(WIDTH * shareOf(time, x)).toFixed(1)} ${(HEIGHT * (1 - shareOf(value, y))).toFixed(2)}`
    path += `${goesOn ? 'L' : 'M'}${place}`
    isAlone = !goesOn
    last = time
  }
  end()
  return path
}
