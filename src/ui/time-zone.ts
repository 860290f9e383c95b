/** The time zone in which times are shown: local or UTC. One choice for all pages, stored by the browser. */
import { useSyncExternalStore } from 'react'

import { dayHourMinuteSecond, twoDigits } from '../lib/date-format.ts'
import { storeItem, storedItem } from '../lib/browser-storage.ts'
import { createListeners } from '../lib/listeners.ts'
import { wallClock, type TimeZone } from '../lib/wall-clock.ts'

const KEY = 'time-zone'

const { subscribe, notify } = createListeners()

const chosen = (): TimeZone => (storedItem(KEY) === 'utc' ? 'utc' : 'local')

/** The chosen zone. Components that use it update at once. */
export const useTimeZone = (): TimeZone => useSyncExternalStore(subscribe, chosen)

/** @returns whether the browser stores it */
export const chooseTimeZone = (zone: TimeZone): boolean => {
  const kept = storeItem(KEY, zone === 'local' ? undefined : zone)
  notify()
  return kept
}

/** The zone's offset from UTC at that moment: "UTC", "UTC+1", "UTC-3:30". It changes with summer time. */
export const zoneName = (date: Date, zone: TimeZone): string => {
  const minutes = zone === 'utc' ? 0 : -date.getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60
  const hours = String(Math.floor(size / 60))
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${twoDigits(rest)}`}`
}

/** A moment to the second, without its zone: "23 Nov 2026, 13:00:05". */
export const formatSecond = (date: Date, zone: TimeZone): string => dayHourMinuteSecond(wallClock(date, zone))

/** A moment with its zone: "23 Nov 2026, 13:00:05 UTC+1". */
export const formatInstant = (date: Date, zone: TimeZone): string =>
  `${formatSecond(date, zone)} ${zoneName(date, zone)}`

export const otherZone = (zone: TimeZone): TimeZone => (zone === 'utc' ? 'local' : 'utc')

/** Local time in that zone, as in a date and time field: "2026-11-23T13:00:05". */
export const toWallTime = (date: Date, zone: TimeZone): string => wallClock(date, zone).toISOString().slice(0, 19)

/** When clocks go back, an hour repeats; in some places only half an hour. */
const REPEATED_MS = [30 * 60_000, 60 * 60_000]

/**
 * The moment at which local time in that zone shows this.
 * @returns undefined for an invalid or skipped time; the first moment for a repeated one
 */
export const readWallTime = (text: string, zone: TimeZone): { date: Date; twice: boolean } | undefined => {
  const whole = /T\d+:\d+$/.test(text) ? `${text}:00` : text
  const date = new Date(zone === 'utc' ? `${whole}Z` : whole)
  if (Number.isNaN(date.getTime()) || toWallTime(date, zone) !== whole) return undefined
  const again = REPEATED_MS.map((later) => toWallTime(new Date(date.getTime() + later), zone))
  return { date, twice: again.includes(whole) }
}
