/**
 * A way to write dates in English, as UTC has them. The platform's formatter takes long to make: it is made when the
 * first date is written, and kept.
 * @returns a function that writes a date, and says so where there is none
 */
export const dateFormat = (options: Intl.DateTimeFormatOptions): ((date: Date) => string) => {
  let cached: Intl.DateTimeFormat | undefined
  return (date) => {
    cached ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
    return Number.isNaN(date.getTime()) ? 'unknown time' : cached.format(date)
  }
}
