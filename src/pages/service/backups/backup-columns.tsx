import type { Backup } from '../../../api/backups.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import { Moment } from '../../../ui/moment.tsx'
import type { Column } from '../../../ui/table/column.ts'

const Location = ({ backup: { storage_location: location, additional_regions: regions } }: { backup: Backup }) => (
  <>
    {location ?? 'Unknown'}
    {regions.map(({ cloud, region, paused, pause_reason: reason }, index) => (
      <span key={`${String(cloud)}-${String(index)}`} className="block text-xs text-muted">
        Copy: {cloud ?? region ?? 'unknown location'}
        {paused === true && ` (paused${reason === undefined ? '' : `: ${reason}`})`}
      </span>
    ))}
  </>
)

export const BACKUP_COLUMNS: readonly Column<Backup>[] = [
  {
    id: 'time',
    header: 'Time',
    weight: 22,
    cell: ({ backup_time: time, incremental }) => (
      <>
        <Moment iso={time} />
        {incremental === true && <span className="block text-xs text-muted">Incremental</span>}
      </>
    ),
  },
  {
    id: 'size',
    header: 'Size',
    weight: 10,
    align: 'end',
    stacked: 'labelled',
    cell: ({ data_size: size }) => (size === undefined ? 'Unknown' : formatBytes(size)),
  },
  {
    id: 'location',
    header: 'Location',
    weight: 20,
    stacked: 'labelled',
    cell: (backup) => <Location backup={backup} />,
  },
  {
    id: 'name',
    header: 'Name',
    weight: 26,
    stacked: 'line',
    cell: ({ backup_name: name }) => <code className="text-xs">{name}</code>,
  },
]
