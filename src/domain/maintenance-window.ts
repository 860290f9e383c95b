/** The weekly window in which Aiven installs updates: a day and a time in UTC. */

export const WEEK_DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** A day as a word of a sentence: `sunday` is "Sunday". */
export const dayWord = (dow: string): string => dow.charAt(0).toUpperCase() + dow.slice(1)

/** If the API sends this as the day, no window can be set. */
export const NEVER = 'never'

const DAY = 86_400_000

/** A time of the day: `04:00:00`, or without seconds. */
export const WINDOW_TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/

/** When the window opens next; undefined for a day or a time that isn't known. */
export const nextWindow = (dow: string | undefined, time: string | undefined, now: Date): Date | undefined => {
  const wanted = WEEK_DAYS.findIndex((day) => day === dow)
  const [, hours, minutes, seconds = '0'] = WINDOW_TIME.exec(time ?? '') ?? []
  if (wanted < 0 || hours === undefined || minutes === undefined) return undefined
  const today = Math.floor(now.getTime() / DAY) * DAY
  // The week of `getUTCDay` begins on Sunday.
  const ahead = (wanted - ((now.getUTCDay() + 6) % 7) + 7) % 7
  const next = today + ahead * DAY + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return new Date(next <= now.getTime() ? next + 7 * DAY : next)
}
