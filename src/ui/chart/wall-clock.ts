/** Local time of the reader, or UTC, for the ticks of a time axis. */
import { dayMonth, hourMinute, monthName as month, weekdayDay } from '../../lib/date-format.ts'
import { wallClock, type TimeZone } from '../../lib/wall-clock.ts'

const wall = (time: number, zone: TimeZone): Date => wallClock(new Date(time), zone)

/** "11:42" */
export const clockTime = (time: number, zone: TimeZone): string => hourMinute(wall(time, zone))

/** "23 Nov" */
export const dayAndMonth = (time: number, zone: TimeZone): string => dayMonth(wall(time, zone))

/** "Mon 23" */
export const weekdayAndDay = (time: number, zone: TimeZone): string => weekdayDay(wall(time, zone))

/** "Nov" */
export const monthName = (time: number, zone: TimeZone): string => month(wall(time, zone))

/** The moment at which local time shows the hour, `days` later; days and months carry over. */
export const wallTime = (time: number, zone: TimeZone, days = 0, hours = 0): number => {
  const clock = wall(time, zone)
  const parts = [clock.getUTCFullYear(), clock.getUTCMonth(), clock.getUTCDate() + days, hours] as const
  return zone === 'utc' ? Date.UTC(...parts) : new Date(...parts).getTime()
}

/** The same for the first day of a month, `months` later. */
export const startOfMonth = (time: number, zone: TimeZone, months = 0): number => {
  const clock = wall(time, zone)
  const parts = [clock.getUTCFullYear(), clock.getUTCMonth() + months, 1] as const
  return zone === 'utc' ? Date.UTC(...parts) : new Date(...parts).getTime()
}
