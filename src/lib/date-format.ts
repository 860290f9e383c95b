/**
 * Dates in English, of their parts in UTC: `wallClock` first gives a date whose parts are those of another zone. Put together
 * without the platform's formatter, which a slow phone needs 70 to 100 ms to make; a test compares the two.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const UNKNOWN = 'unknown time'

/** @returns a function that formats a date; "unknown time" for an invalid one */
const known =
  (format: (date: Date) => string) =>
  (date: Date): string =>
    Number.isNaN(date.getTime()) ? UNKNOWN : format(date)

/** "07" */
export const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** "Feb" */
export const monthName = known((date) => MONTHS[date.getUTCMonth()] ?? '')

/** "Feb 2029" */
export const monthYear = known((date) => `${monthName(date)} ${String(date.getUTCFullYear())}`)

/** "21 Feb" */
export const dayMonth = known((date) => `${String(date.getUTCDate())} ${monthName(date)}`)

/** "21 Feb 2029", as in certificates. */
export const formatDay = known((date) => `${String(date.getUTCDate())} ${monthYear(date)}`)

/** "Wed 21" */
export const weekdayDay = known((date) => `${WEEKDAYS[date.getUTCDay()] ?? ''} ${String(date.getUTCDate())}`)

/** "14:03" */
export const hourMinute = known((date) => `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`)

/** "14:03:27" */
export const hourMinuteSecond = known((date) => `${hourMinute(date)}:${twoDigits(date.getUTCSeconds())}`)

/** "21 Feb 2029, 14:03" */
export const dayHourMinute = known((date) => `${formatDay(date)}, ${hourMinute(date)}`)

/** "21 Feb 2029, 14:03:27" */
export const dayHourMinuteSecond = known((date) => `${formatDay(date)}, ${hourMinuteSecond(date)}`)
