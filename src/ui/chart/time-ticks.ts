/** Ticks of a time axis: at round local times of the reader, also across a change to or from summer time. */
import type { TimeZone } from '../../lib/wall-clock.ts'
import { clockTime, dayAndMonth, monthName, startOfMonth, wallTime, weekdayAndDay } from './wall-clock.ts'

export interface Tick {
  readonly at: number
  readonly label: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

interface Scale {
  /** For periods up to this long. */
  readonly upTo: number
  readonly label: (time: number, zone: TimeZone) => string
  /** The nth tick after a time, counted from a round one at or before it. */
  readonly nth: (from: number, zone: TimeZone, n: number) => number
}

const days = (step: number) => (from: number, zone: TimeZone, n: number) => wallTime(from, zone, n * step)

const SCALES: readonly Scale[] = [
  {
    upTo: 3 * HOUR,
    label: clockTime,
    // Time zones may differ by quarters of an hour, so count from midnight.
    nth: (from, zone, n) => {
      const midnight = wallTime(from, zone)
      return midnight + (Math.floor((from - midnight) / (10 * MINUTE)) + n) * 10 * MINUTE
    },
  },
  { upTo: 2 * DAY, label: clockTime, nth: (from, zone, n) => wallTime(from, zone, Math.floor(n / 6), (n % 6) * 4) },
  { upTo: 10 * DAY, label: weekdayAndDay, nth: days(1) },
  { upTo: 60 * DAY, label: dayAndMonth, nth: days(5) },
  { upTo: Infinity, label: monthName, nth: (from, zone, n) => startOfMonth(from, zone, 2 * n) },
]

/** More ticks than any scale needs: a limit that prevents an endless loop. */
const MAX_TICKS = 40

/** Round times between two, in milliseconds since 1970, with their labels in a zone. */
export const timeTicks = (from: number, to: number, zone: TimeZone): readonly Tick[] => {
  const scale = SCALES.find(({ upTo }) => to - from <= upTo)
  if (!scale) return []
  const times = Array.from({ length: MAX_TICKS }, (_, n) => scale.nth(from, zone, n))
  return [...new Set(times)].filter((at) => at >= from && at <= to).map((at) => ({ at, label: scale.label(at, zone) }))
}
