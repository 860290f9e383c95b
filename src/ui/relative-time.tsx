import { lazily } from './lazily.ts'

const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const relative = lazily(() => new Intl.RelativeTimeFormat('en', { numeric: 'auto' }))
const absolute = lazily(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }))
const time = lazily(() => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }))
const day = lazily(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }))

/** "3 months ago", "in 2 days", to the largest whole unit. */
const formatRelative = (date: Date, now: Date): string => {
  const seconds = (date.getTime() - now.getTime()) / 1000
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60]
  return relative().format(Math.trunc(seconds / size), unit)
}

/** A time of the day, to the second: "14:03:27". */
export const formatTime = (date: Date): string => time().format(date)

/** A day as people write it, in UTC as certificates count: "21 Feb 2029". */
export const formatDay = (date: Date): string => day().format(date)

/** A whole number with its unit: "1 day", "820 days". */
export const formatCount = (count: number, unit: string): string =>
  `${count.toLocaleString('en')} ${unit}${Math.abs(count) === 1 ? '' : 's'}`

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
    <time dateTime={iso} title={absolute().format(date)}>
      {formatRelative(date, new Date())}
      {withDay && ` (${formatDay(date)})`}
    </time>
  )
}
