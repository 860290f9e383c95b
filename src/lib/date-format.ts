/**
 * Formats dates in English, in UTC. The platform's formatter is slow to create, so it is created for the first date and
 * reused.
 * @returns a function that formats a date; "unknown time" for an invalid one
 */
export const dateFormat = (options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
  let cached: Intl.DateTimeFormat | undefined
  return (date) => {
    cached ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    return Number.isNaN(date.getTime()) ? 'unknown time' : cached.format(date)
  }
}
