/** Times as Aiven's API writes them: ISO 8601 or, in metrics, the format of Google Charts. */

const GOOGLE_DATE = /^Date\(\s*(\d{1,4})((?:\s*,\s*\d{1,3}){1,6})\s*\)$/

/** An ISO time without a zone. The API's times are in UTC, so it's never the browser's local time. */
const NAIVE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/

/**
 * A moment in milliseconds of the epoch: `2026-07-22T10:00:00Z`, `Date(2026,6,22,10,0,0)` (months count from 0, in UTC).
 * @returns undefined for whatever else it is: the head of a table, a number, nothing
 */
export const readWireTime = (value: unknown): number | undefined => {
  if (typeof value !== 'string') return undefined
  const [, year, rest] = GOOGLE_DATE.exec(value) ?? []
  if (year !== undefined && rest !== undefined) {
    const [month = 0, day = 1, ...time] = rest.split(',').slice(1).map(Number)
    return Date.UTC(Number(year), month, day, ...time)
  }
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined
  const parsed = Date.parse(NAIVE.test(value) ? `${value.replace(' ', 'T')}Z` : value)
  return Number.isNaN(parsed) ? undefined : parsed
}

/**
 * The whole second before an event.
 * @param iso time of the event, ISO 8601
 */
export const justBefore = (iso: string): Date => new Date(Math.ceil(Date.parse(iso) / 1000) * 1000 - 1000)
