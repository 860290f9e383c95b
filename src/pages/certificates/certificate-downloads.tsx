import { useState } from 'react'

import { certificatesCalendar, certificatesCsv, certificatesJson } from '../../domain/certificate-exports.ts'
import type { CertificateRow } from '../../domain/certificate-row.ts'
import { formatCount } from '../../lib/format-number.ts'
import { SaveButton } from '../../ui/save-button.tsx'
import { certificatePath } from './certificate-path.ts'
import { Outcome } from '../../ui/outcome.tsx'

const address = (row: CertificateRow) => new URL(certificatePath(row), location.origin).href

const FORMATS = [
  { label: 'CSV', name: 'certificates.csv', type: 'text/csv;charset=utf-8', write: certificatesCsv },
  { label: 'JSON', name: 'certificates.json', type: 'application/json', write: certificatesJson },
  {
    label: 'Calendar',
    name: 'certificates.ics',
    type: 'text/calendar;charset=utf-8',
    write: (rows: readonly CertificateRow[], now: Date) => certificatesCalendar(rows, address, now),
  },
] as const

interface CertificateDownloadsProps {
  rows: readonly CertificateRow[]
  /** What is missing from the rows, as the end of a sentence; undefined when nothing is. */
  missing: string | undefined
}

/** The shown rows as a file. The calendar has alarms 90, 30 and 7 days before each end. */
export const CertificateDownloads = ({ rows, missing }: CertificateDownloadsProps) => {
  const [message, setMessage] = useState('')
  return (
    <div className="space-y-1">
      <div className="flex flex-wrap items-center gap-2">
        {FORMATS.map(({ label, name, type, write }) => (
          <SaveButton
            key={name}
            label={`${label}: download ${name}`}
            name={name}
            content={() => write(rows, new Date())}
            type={type}
            onSaved={() => {
              setMessage(`Saved ${name}: ${formatCount(rows.length, 'certificate')}${missing ? `, ${missing}` : ''}.`)
            }}
          >
            {label}
          </SaveButton>
        ))}
      </div>
      <Outcome>{message}</Outcome>
    </div>
  )
}
