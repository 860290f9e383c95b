import { useState } from 'react'
import { Link } from 'react-router'

import { CaChangeNote } from '../../features/ca-certificate/ca-change-note.tsx'
import { remaining } from '../../features/ca-certificate/certificate-facts.tsx'
import { ExpiryMark } from '../../features/certificates/expiry-state.tsx'
import { paths } from '../../lib/paths.ts'
import { advice, rowName, type CertificateRow } from '../../domain/certificate-row.ts'
import { formatCount, formatDay } from '../../ui/relative-time.tsx'
import { StackedCell, StackedRow, StackedRowHeader } from '../../ui/stacked-table.tsx'

/** So many services are named at once; more unfold. */
const NAMED = 2

/** The page on which something can be done about a certificate. */
export const certificatePath = ({ kind, project, service, username }: CertificateRow): string =>
  kind === 'ca' || service === undefined || username === undefined
    ? paths.caRotation(project)
    : `${paths.service(project, service)}?${new URLSearchParams({ user: username }).toString()}`

const ServiceLinks = ({ project, names }: { project: string; names: readonly string[] }) => (
  <ul>
    {names.map((name, index) => (
      // Names are unique in a project, but the API is not trusted with React's keys.
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
  if (!deadline) return <p className="text-muted">Not said</p>
  return (
    <>
      <p>{formatDay(deadline)}</p>
      <p className={`text-xs ${deadline <= new Date() ? 'text-bad' : 'text-muted'}`}>
        {remaining(deadline, new Date())}
      </p>
      {state === 'renewed' && ends && <p className="text-xs text-muted">The new one: {formatDay(ends)}</p>}
    </>
  )
}

interface CertificateTableRowProps {
  row: CertificateRow
  /** Of the CA's own row: the fingerprints of all certificates of the CA. */
  caFingerprints: readonly string[] | undefined
}

/** One certificate: whose it is, when it ends, who needs it, and what to do. */
export const CertificateTableRow = ({ row, caFingerprints }: CertificateTableRowProps) => (
  <StackedRow>
    <StackedRowHeader className="font-normal">
      <Link to={certificatePath(row)} className="font-medium wrap-anywhere text-accent hover:underline">
        {rowName(row)}
      </Link>
      <div className="text-xs text-muted">{row.kind === 'ca' ? 'Project CA' : 'Service user'}</div>
    </StackedRowHeader>
    <StackedCell className="wrap-anywhere max-lg:before:text-muted max-lg:before:content-['Project_']">
      {row.project}
    </StackedCell>
    <StackedCell>
      <Ends row={row} />
    </StackedCell>
    <StackedCell>
      <ExpiryMark state={row.state} />
    </StackedCell>
    <StackedCell className="max-lg:before:text-muted max-lg:before:content-['Used_by']">
      <UsedBy row={row} />
    </StackedCell>
    <StackedCell className="space-y-2">
      <p>{advice(row, new Date())}</p>
      {row.state === 'rotation' && (
        <Link to={paths.caRotation(row.project)} className="text-accent underline">
          How the rotation goes
        </Link>
      )}
      {caFingerprints && <CaChangeNote project={row.project} fingerprints={caFingerprints} />}
    </StackedCell>
  </StackedRow>
)
