/**
 * Dates in English words, made of the forms that ECMAScript fixes: before the first row can be drawn, the browser's
 * own formatters (`Intl`) take longer to make than all else that a list needs.
 */
import { formatNumber } from '../lib/format-number.ts'

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** What has a word of its own. */
const NEAR: Record<string, string> = {
  '-1 year': 'last year',
  '1 year': 'next year',
  '-1 month': 'last month',
  '1 month': 'next month',
  '-1 day': 'yesterday',
  '1 day': 'tomorrow',
  '0 minute': 'this minute',
}

/** A whole number with its unit: "1 day", "820 days". */
export const formatCount = (count: number, unit: string): string =>
  `${formatNumber(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`

/** "3 months ago", "in 2 days", to the largest whole unit. */
export const formatRelative = (date: Date, now: Date): string => {
  const seconds = (date.getTime() - now.getTime()) / 1000
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60]
  const count = Math.trunc(seconds / size)
  const words = formatCount(Math.abs(count), unit)
  return NEAR[`${String(count)} ${unit}`] ?? (count < 0 ? `${words} ago` : `in ${words}`)
}

/** A day as people write it, in UTC as certificates count: "21 Feb 2029". */
export const formatDay = (date: Date): string => date.toUTCString().replace(/^\w+, 0?(\d+ \w+ -?\d+).*/, '$1')

/** A month, in UTC: "Feb 2029". */
export const monthYear = (date: Date): string => formatDay(date).replace(/^\d+ /, '')

/** A moment where the reader is, to the minute: "21 Feb 2029, 14:03". */
export const formatMoment = (date: Date): string =>
  date.toString().replace(/^\w+ (\w+) 0?(\d+) (-?\d+) (\d+:\d+).*/, '$2 $1 $3, $4')

/** A time of the day where the reader is, to the second: "14:03:27". */
export const formatTime = (date: Date): string => date.toTimeString().slice(0, 8)

interface RelativeTimeProps {
  iso: string
  /** Where there is room: the day as well, not only on hover. */
  withDay?: boolean
}

/** A moment in relative words, the absolute time at hand. Shows what it can't read as it came. */
export const RelativeTime = ({ iso, withDay = false }: RelativeTimeProps) => {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return (
    <time dateTime={iso} title={formatMoment(date)}>
      {formatRelative(date, new Date())}
      {withDay && ` (${formatDay(date)})`}
    </time>
  )
}
