import type { MaintenanceUpdate } from '../../../api/service.ts'
import { formatMoment, formatRelative } from '../../../ui/relative-time.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

/** An API time in local time; an invalid date is shown unchanged. */
const When = ({ iso }: { iso: string | undefined }) => {
  if (iso === undefined) return 'Unknown'
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return (
    <time dateTime={iso}>
      {formatRelative(date, new Date())} ({formatMoment(date)})
    </time>
  )
}

/** Only http(s) URLs: a link from the API must not run code. */
const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined

const Description = ({ update: { description, impact, documentation_link } }: { update: MaintenanceUpdate }) => {
  const link = webAddress(documentation_link)
  return (
    <span className="block space-y-0.5 font-normal">
      <span className="block font-medium">{description ?? 'No description'}</span>
      {impact !== undefined && <span className="block text-muted">{impact}</span>}
      {link !== undefined && (
        <a
          href={link}
          target="_blank"
          rel="noreferrer"
          aria-label={`Documentation of ${description ?? 'the update'}`}
          className="text-accent underline"
        >
          Documentation
        </a>
      )}
    </span>
  )
}

const COLUMNS: readonly Column<MaintenanceUpdate>[] = [
  { id: 'update', header: 'Update', weight: 24, cell: (update) => <Description update={update} /> },
  {
    id: 'start',
    header: 'Installed from',
    weight: 12,
    stacked: 'labelled',
    cell: ({ start_at, start_after }) => <When iso={start_at ?? start_after} />,
  },
  {
    id: 'deadline',
    header: 'Deadline',
    weight: 12,
    stacked: 'labelled',
    cell: ({ deadline }) => (deadline === undefined ? 'None' : <When iso={deadline} />),
  },
]

/** The updates that wait to be installed. */
export const PendingUpdates = ({ updates }: { updates: readonly MaintenanceUpdate[] }) =>
  updates.length === 0 ? (
    <p className="text-muted">No updates are waiting.</p>
  ) : (
    <DataTable
      label="Pending updates"
      columns={COLUMNS}
      rows={updates}
      keyOf={({ description = '', start_after = '' }) => description + start_after}
    />
  )
