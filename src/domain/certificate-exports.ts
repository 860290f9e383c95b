/** The inventory of certificates as files for other programs: CSV, JSON and a calendar. None holds a secret. */
import { advice, rowName, type CertificateRow } from './certificate-row.ts'
import { toCsv } from '../lib/csv.ts'
import { toCalendar } from '../lib/icalendar.ts'
import { daysLeft } from '../crypto/x509.ts'

/** Days before a deadline at which the calendar has alarms. */
const ALARM_DAYS = [90, 30, 7] as const

const iso = (date: Date | undefined): string | null => date?.toISOString() ?? null

/** A row as other programs read it: names in snake_case, times in UTC. */
const record = (row: CertificateRow, now: Date) => ({
  kind: row.kind,
  name: rowName(row),
  project: row.project,
  service: row.service ?? null,
  user: row.username ?? null,
  state: row.state,
  ends: iso(row.ends),
  deadline: iso(row.deadline),
  days_left: row.deadline ? daysLeft(row.deadline, now) : null,
  sha256: row.sha256 ?? null,
  used_by: row.usedBy,
  what_to_do: advice(row, now),
})

const COLUMNS = [
  'kind',
  'name',
  'project',
  'service',
  'user',
  'state',
  'ends',
  'deadline',
  'days_left',
  'sha256',
  'used_by',
  'what_to_do',
] as const

export const certificatesCsv = (rows: readonly CertificateRow[], now: Date): string =>
  toCsv(
    COLUMNS,
    rows.map((row) => {
      const values = record(row, now)
      return COLUMNS.map((column) => {
        const value = values[column]
        if (value === null) return ''
        return typeof value === 'object' ? value.join(' ') : value
      })
    }),
  )

export const certificatesJson = (rows: readonly CertificateRow[], now: Date): string =>
  `${JSON.stringify({ generated: now.toISOString(), certificates: rows.map((row) => record(row, now)) }, null, 2)}\n`

/** FNV-1a over UTF-16 code units with a given start value. Two of them, 64 bits, are enough to distinguish certificates. */
const hash32 = (text: string, start: number): string => {
  let hash = start
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A short, stable hash of a text. */
const shortHash = (text: string): string => hash32(text, 0x811c9dc5) + hash32(text, 0x2f4b6a91)

/**
 * Future deadlines as events with alarms 90, 30 and 7 days before.
 * @param url returns the absolute URL of the page about a certificate
 */
export const certificatesCalendar = (
  rows: readonly CertificateRow[],
  url: (row: CertificateRow) => string,
  now: Date,
): string =>
  toCalendar(
    rows.flatMap((row) => {
      const { deadline, kind, state, project, id } = row
      if (!deadline || deadline <= now) return []
      const what = state === 'renewed' ? 'Old certificate of ' : kind === 'user' ? 'Certificate of ' : ''
      const address = url(row)
      return [
        {
          uid: `${shortHash(id)}@certificates.anchor`,
          at: deadline,
          summary: `${what}${rowName(row)} ends`,
          description: `Project ${project}. State: ${state}. ${advice(row, now)}\n${address}`,
          url: address,
          alarmDays: ALARM_DAYS,
        },
      ]
    }),
    now,
  )
