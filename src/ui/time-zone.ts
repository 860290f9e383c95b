/** In which zone times are shown: where the reader is, or UTC. One choice for every page, kept by the browser. */
import { useSyncExternalStore } from 'react'

import { dateFormat } from '../lib/date-format.ts'
import { keep, recall } from '../lib/kept.ts'
import { wallClock, type TimeZone } from '../lib/wall-clock.ts'

const KEY = 'time-zone'

const listeners = new Set<() => void>()

const chosen = (): TimeZone => (recall(KEY) === 'utc' ? 'utc' : 'local')

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The zone that is chosen. Whoever shows a time by it follows the choice at once. */
export const useTimeZone = (): TimeZone => useSyncExternalStore(subscribe, chosen)

/** @returns whether the browser keeps it */
export const chooseTimeZone = (zone: TimeZone): boolean => {
  const kept = keep(KEY, zone === 'local' ? undefined : zone)
  for (const listener of listeners) listener()
  return kept
}

/** The zone of that moment, as its distance from UTC: "UTC", "UTC+1", "UTC-3:30". It changes with summer time. */
export const zoneName = (date: Date, zone: TimeZone): string => {
  const minutes = zone === 'utc' ? 0 : -date.getTimezoneOffset()
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const rest = size % 60
  const hours = String(Math.floor(size / 60))
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

const second = dateFormat({ dateStyle: 'medium', timeStyle: 'medium' })

/** A moment to the second, without its zone: "23 Nov 2026, 13:00:05". */
export const formatSecond = (date: Date, zone: TimeZone): string => second(wallClock(date, zone))

/** A moment with its zone: "23 Nov 2026, 13:00:05 UTC+1". */
export const formatInstant = (date: Date, zone: TimeZone): string =>
  `${formatSecond(date, zone)} ${zoneName(date, zone)}`

export const otherZone = (zone: TimeZone): TimeZone => (zone === 'utc' ? 'local' : 'utc')

/** The wall clock of that zone, as fields for a date and time hold it: "2026-11-23T13:00:05". */
export const toWallTime = (date: Date, zone: TimeZone): string => wallClock(date, zone).toISOString().slice(0, 19)

/** Clocks that are put back show an hour twice, some places only half of one. */
const REPEATED_MS = [30 * 60_000, 60 * 60_000]

/**
 * When the wall clock of that zone shows this.
 * @returns undefined for what is no time, or what the clock skips; of a time that it shows twice, the first
 */
export const readWallTime = (text: string, zone: TimeZone): { date: Date; twice: boolean } | undefined => {
  const whole = /T\d+:\d+$/.test(text) ? `${text}:00` : text
  const date = new Date(zone === 'utc' ? `${whole}Z` : whole)
  if (Number.isNaN(date.getTime()) || toWallTime(date, zone) !== whole) return undefined
  const again = REPEATED_MS.map((later) => toWallTime(new Date(date.getTime() + later), zone))
  return { date, twice: again.includes(whole) }
}
