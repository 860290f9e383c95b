/** Dates in English words. */
import { dayHourMinute, formatDay, hourMinuteSecond } from '../lib/date-format.ts'
import { formatCount } from '../lib/format-number.ts'
import { wallClock } from '../lib/wall-clock.ts'

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "3 months ago", "in 2 days", "just now", "in less than a minute": in the largest whole unit. */
export const formatRelative = (date: Date, now: Date): string => {
  const seconds = (date.getTime() - now.getTime()) / 1000
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60]
  const count = Math.trunc(Math.abs(seconds) / size)
  if (!(count > 0)) return seconds > 0 ? 'in less than a minute' : 'just now'
  const period = formatCount(count, unit)
  return seconds < 0 ? `${period} ago` : `in ${period}`
}

/** A moment in the reader's local time, to the minute: "21 Feb 2029, 14:03". */
export const formatMoment = (date: Date): string => dayHourMinute(wallClock(date, 'local'))

/** A time of day in the reader's local time, to the second: "14:03:27". */
export const formatTime = (date: Date): string => hourMinuteSecond(wallClock(date, 'local'))

interface RelativeTimeProps {
  iso: string
  /** Also show the day, not only on hover, if there is room. */
  withDay?: boolean
}

/** A moment as relative time, with the absolute time on hover. Unreadable input is shown unchanged. */
export const RelativeTime = ({ iso, withDay = false }: RelativeTimeProps) => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return (
    <time
      dateTime={iso}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = formatMoment(date)
      }}
    >
      {formatRelative(date, new Date())}
      {withDay && ` (${formatDay(date)})`}
    </time>
  )
}
