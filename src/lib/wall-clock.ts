/** The reader's time zone, or UTC. */
export type TimeZone = 'local' | 'utc'

/** A date whose UTC parts are local time in that zone. */
export const wallClock = (date: Date, zone: TimeZone): Date =>
  zone === 'utc' ? date : new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
