import { useState } from 'react'
import { Link } from 'react-router'

import { CaChangeNote } from '../../features/ca-certificate/ca-change-note.tsx'
import { capitalised, remaining } from '../../domain/time-left.ts'
import { ExpiryMark } from '../../features/certificates/expiry-state.tsx'
import { formatDay } from '../../lib/date-format.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { advice, rowName, type CertificateRow } from '../../domain/certificate-row.ts'
import type { Column } from '../../ui/table/column.ts'
import { certificatePath, resetPath } from './certificate-path.ts'
import { SORT_VALUES } from './certificate-view.ts'

/** Number of services named at first; the rest unfold. */
const NAMED = 2

const ServiceLinks = ({ project, names }: { project: string; names: readonly string[] }) => (
  <ul>
    {names.map((name, index) => (
      // Names are unique in a project, but the API isn't trusted with React's keys.
      <li key={`${name}/${String(index)}`}>
        <Link
          to={paths.service(project, name)}
          className="inline-block py-0.5 wrap-anywhere text-accent hover:underline"
        >
          {name}
        </Link>
      </li>
    ))}
  </ul>
)

const UsedBy = ({ row: { project, usedBy } }: { row: CertificateRow }) => {
  const [open, setOpen] = useState(false)
  if (usedBy.length === 0) return <p className="text-muted">No service</p>
  if (usedBy.length <= NAMED) return <ServiceLinks project={project} names={usedBy} />
  return (
    <details
      open={open}
      onToggle={(event) => {
        setOpen(event.currentTarget.open)
      }}
    >
      <summary className="min-h-6 text-accent">{formatCount(usedBy.length, 'service')}</summary>
      {open && <ServiceLinks project={project} names={usedBy} />}
    </details>
  )
}

const Ends = ({ row: { deadline, ends, state } }: { row: CertificateRow }) => {
  if (state === 'unused' && ends) return <p className="text-muted">{formatDay(ends)}</p>
  if (!deadline) return <p className="text-muted">Unknown</p>
  return (
    <>
      <p className={deadline <= new Date() ? 'font-medium text-bad' : ''}>
        {capitalised(remaining(deadline, new Date()))}
      </p>
      <p className="text-xs text-muted">{formatDay(deadline)}</p>
      {state === 'renewed' && ends && <p className="text-xs text-muted">New: {formatDay(ends)}</p>}
    </>
  )
}

type CertificateColumn = Column<CertificateRow>

/**
 * Columns for a certificate: owner, end, who needs it, and what to do.
 * @param fingerprints of all certificates of each project's CA
 */
export const columnsWith = (fingerprints: ReadonlyMap<string, readonly string[]>): readonly CertificateColumn[] => [
  {
    id: 'name',
    header: 'Certificate',
    weight: 17,
    sortValue: SORT_VALUES.name,
    cell: (row) => (
      <>
        <Link to={certificatePath(row)} className="font-medium text-accent hover:underline">
          {row.username === undefined ? (
            rowName(row)
          ) : (
            <>
              <bdi>{row.username}</bdi> of {row.service}
            </>
          )}
        </Link>
        <div className="text-xs text-muted">{row.kind === 'ca' ? 'Project CA' : 'Service user'}</div>
      </>
    ),
  },
  {
    id: 'project',
    header: 'Project',
    weight: 14,
    stacked: 'labelled',
    sortValue: SORT_VALUES.project,
    cell: ({ project }) => project,
  },
  { id: 'deadline', header: 'Ends', weight: 17.2, sortValue: SORT_VALUES.deadline, cell: (row) => <Ends row={row} /> },
  {
    id: 'state',
    header: 'State',
    weight: 13.6,
    sortValue: SORT_VALUES.state,
    cell: ({ state }) => <ExpiryMark state={state} />,
  },
  { id: 'used-by', header: 'Used by', weight: 13, stacked: 'labelled', cell: (row) => <UsedBy row={row} /> },
  {
    id: 'advice',
    header: 'What to do',
    weight: 25.2,
    stacked: 'line',
    cell: (row) => {
      const known = row.kind === 'ca' && !row.next ? fingerprints.get(row.project) : undefined
      return (
        <div className="space-y-2">
          <p>{advice(row, new Date())}</p>
          {row.kind === 'user' && (row.state === 'expired' || row.state === 'expiring') && (
            <Link
              to={resetPath(row)}
              aria-label={`Reset and download: ${rowName(row)}`}
              className="inline-block min-h-6 text-accent underline"
            >
              Reset and download
            </Link>
          )}
          {row.state === 'rotation' && (
            <Link to={paths.caRotation(row.project)} className="text-accent underline">
              How the rotation works
            </Link>
          )}
          {known && <CaChangeNote project={row.project} fingerprints={known} />}
        </div>
      )
    },
  },
]
