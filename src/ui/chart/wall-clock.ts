/** What the clock on the wall shows, where the reader is or in UTC: the marks of a time axis go by it. */
import type { TimeZone } from '../time-zone.ts'

/** A `Date` whose UTC parts are the wall clock's in that zone. */
const wallClock = (time: number, zone: TimeZone): Date =>
  zone === 'utc' ? new Date(time) : new Date(time - new Date(time).getTimezoneOffset() * 60_000)

/** "11:42" */
export const clockTime = (time: number, zone: TimeZone): string => wallClock(time, zone).toISOString().slice(11, 16)

/** "23 Nov" */
export const dayAndMonth = (time: number, zone: TimeZone): string =>
  wallClock(time, zone)
    .toUTCString()
    .replace(/^\w+, 0?(\d+ \w+) .*/, '$1')

/** "Mon 23" */
export const weekdayAndDay = (time: number, zone: TimeZone): string =>
  wallClock(time, zone)
    .toUTCString()
    .replace(/^(\w+), 0?(\d+) .*/, '$1 $2')

/** "Nov" */
export const monthName = (time: number, zone: TimeZone): string =>
  wallClock(time, zone)
    .toUTCString()
    .replace(/^\w+, \d+ (\w+) .*/, '$1')

/** The moment at which that wall clock shows the hour, `days` later; days and months carry over. */
export const wallTime = (time: number, zone: TimeZone, days = 0, hours = 0): number => {
  const wall = wallClock(time, zone)
  const parts = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + days, hours] as const
  return zone === 'utc' ? Date.UTC(...parts) : new Date(...parts).getTime()
}

/** The same for the first day of a month, `months` later. */
export const startOfMonth = (time: number, zone: TimeZone, months = 0): number => {
  const wall = wallClock(time, zone)
  const parts = [wall.getUTCFullYear(), wall.getUTCMonth() + months, 1] as const
  return zone === 'utc' ? Date.UTC(...parts) : new Date(...parts).getTime()
}
