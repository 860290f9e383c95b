/** The API's periods, and the time range that an answer covers. */
import { PERIODS, type Metric, type Period } from '../../../api/metrics.ts'
import type { Interval } from '../../../ui/chart/scale.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

export const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  year: 'Year',
}

const LASTS: Readonly<Record<Period, number>> = {
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
}

/** The period that a URL names; the API's own default where it names none. */
export const readPeriod = (text: string | null): Period => PERIODS.find((period) => period === text) ?? 'hour'

/** The shortest period, ending now, that reaches back to a moment. */
export const periodFor = (time: number, now: number): Period | undefined =>
  time > now ? undefined : PERIODS.find((period) => now - LASTS[period] <= time)

/**
 * The time range of the charts. It ends now if every point is within the period that ends now, so that missing data at
 * the end is visible. Points outside it mean that a clock is wrong: then the points decide.
 */
export const shownInterval = (metrics: readonly Metric[], period: Period, now: number): Interval => {
  const times = metrics.flatMap(({ times: [first, ...rest] }) =>
    first === undefined ? [] : [first, rest.at(-1) ?? first],
  )
  const lasts = LASTS[period]
  if (times.length === 0) return { from: now - lasts, to: now }
  const [first, last] = [Math.min(...times), Math.max(...times)]
  // Points stand at round times: the first may be a little older.
  const isNow = last <= now && first >= now - lasts * 1.02
  const to = isNow ? now : last
  return { from: Math.min(first, to - lasts), to }
}
