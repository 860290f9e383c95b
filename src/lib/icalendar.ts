/** Writes iCalendar (RFC 5545): events with alarms. */
import { visibleText } from './visible-text.ts'

export interface CalendarEvent {
  /** The same in every export, so that a calendar updates the event instead of adding another. */
  readonly uid: string
  readonly at: Date
  readonly summary: string
  readonly description: string
  readonly url: string
  /** Number of days before the event, for each alarm. */
  readonly alarmDays: readonly number[]
}

const LONGEST_LINE = 75

/** Texts in which every character is one octet. */
const ASCII = /^[\x20-\x7e]*$/

/** Number of bytes of a character in UTF-8. */
const octets = (char: string): number => {
  const point = char.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4
}

/** Pieces of at most 75 octets, counting the space before all but the first. Never splits a character. */
const pieces = (line: string): string[] => {
  const found: string[] = []
  if (ASCII.test(line)) {
    // Fast path: no octets to count. Most lines of a calendar are ASCII.
    found.push(line.slice(0, LONGEST_LINE))
    for (let from = LONGEST_LINE; from < line.length; from += LONGEST_LINE - 1)
      found.push(line.slice(from, from + LONGEST_LINE - 1))
    return found
  }
  let start = 0
  let at = 0
  let length = 0
  for (const char of line) {
    const size = octets(char)
    if (length + size > LONGEST_LINE) {
      found.push(line.slice(start, at))
      start = at
      length = 1
    }
    at += char.length
    length += size
  }
  return [...found, line.slice(start)]
}

/** Folds a line that is too long: it continues on the next line, after a space. */
const fold = (line: string): string =>
  line.length <= LONGEST_LINE && ASCII.test(line) ? line : pieces(line).join('\r\n ')

/** A value of type TEXT. Invisible characters are made visible, because the type allows no control characters but line breaks. */
const text = (value: string): string =>
  value
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map((line) => visibleText(line).replace(/[\\;,]/g, String.raw`\$&`))
    .join(String.raw`\n`)

/** `20261213T000000Z`; undefined for years outside 0000 to 9999. */
const stamp = (date: Date): string | undefined => {
  const iso = date.toISOString()
  return /^\d{4}-/.test(iso) ? `${iso.slice(0, 19).replace(/[-:]/g, '')}Z` : undefined
}

const alarm = (days: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(`In ${String(days)} days: ${summary}`)}`,
  `TRIGGER:-P${String(days)}D`,
  'END:VALARM',
]

const eventLines = ({ uid, at, summary, description, url, alarmDays }: CalendarEvent, now: Date): string[] => {
  const start = stamp(at)
  if (start === undefined) return []
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${stamp(now) ?? start}`,
    `DTSTART:${start}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    ...alarmDays.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
  ]
}

/** @param now time of the export */
export const toCalendar = (events: readonly CalendarEvent[], now: Date): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Anchor//Certificates//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('')
