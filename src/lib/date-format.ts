const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const UNKNOWN = 'unknown time'

/** A month, in UTC: "Feb 2029". Without the platform's formatter, which a slow phone needs 100 ms to create. */
export const monthYear = (date: Date): string =>
  Number.isNaN(date.getTime()) ? UNKNOWN : `${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`

/** A day in UTC, as in certificates: "21 Feb 2029". */
export const formatDay = (date: Date): string =>
  Number.isNaN(date.getTime()) ? UNKNOWN : `${String(date.getUTCDate())} ${monthYear(date)}`

/**
 * Formats dates in English, in UTC; months that are shortened have three letters, though the platform has "Sept". The platform's formatter is slow to create, so it is created for the first date and
 * reused.
 * @returns a function that formats a date; "unknown time" for an invalid one
 */
export const dateFormat = (options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
  let cached: Intl.DateTimeFormat | undefined
  return (date) => {
    cached ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    return Number.isNaN(date.getTime()) ? UNKNOWN : cached.format(date).replace(/\bSept\b/, 'Sep')
  }
}
