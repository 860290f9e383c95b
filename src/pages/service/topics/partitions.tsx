import { useState } from 'react'

import type { Partition } from '../../../api/topics.ts'
import { groupLags, type GroupLag } from '../../../domain/topics.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import { formatCount, formatNumber, numberOrUnknown } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

const GROUP_COLUMNS: readonly Column<GroupLag>[] = [
  { id: 'group', header: 'Consumer group', weight: 20, cell: ({ group }) => group },
  {
    id: 'lag',
    header: 'Lag',
    align: 'end',
    stacked: 'labelled',
    cell: ({ lag }) => (lag === undefined ? 'Unknown' : formatCount(lag, 'message')),
  },
  {
    id: 'partitions',
    header: 'Partitions read',
    align: 'end',
    stacked: 'labelled',
    cell: ({ partitions }) => formatNumber(partitions),
  },
]

interface PartitionsProps {
  topic: string
  partitions: readonly Partition[]
}

/** The topic's consumer groups, and the lag of each. */
export const ConsumerGroups = ({ topic, partitions }: PartitionsProps) => {
  const groups = groupLags(partitions)
  if (groups.length === 0) return <p className="text-muted">No consumer group has read this topic yet.</p>
  return (
    <DataTable
      label={`Consumer groups of ${topic}`}
      columns={GROUP_COLUMNS}
      rows={groups}
      keyOf={({ group }) => group}
    />
  )
}

/** Number of partitions shown at first. */
const FIRST = 12

const partitionColumns = (replication: number | undefined): readonly Column<Partition>[] => [
  { id: 'partition', header: 'Partition', cell: ({ partition }) => formatNumber(partition) },
  {
    id: 'isr',
    header: 'In sync',
    stacked: 'labelled',
    cell: ({ isr }) =>
      isr === undefined || replication === undefined
        ? numberOrUnknown(isr)
        : `${formatNumber(isr)} of ${formatNumber(replication)}`,
  },
  {
    id: 'size',
    header: 'Size',
    align: 'end',
    stacked: 'labelled',
    cell: ({ size }) => (size === undefined ? 'Unknown' : formatBytes(size)),
  },
  {
    id: 'earliest',
    header: 'Earliest offset',
    align: 'end',
    stacked: 'labelled',
    cell: ({ earliest_offset }) => numberOrUnknown(earliest_offset),
  },
  {
    id: 'latest',
    header: 'Latest offset',
    align: 'end',
    stacked: 'labelled',
    cell: ({ latest_offset }) => numberOrUnknown(latest_offset),
  },
]

/** The topic's partitions: copies in sync, size and offsets. */
export const Partitions = ({
  topic,
  replication,
  partitions,
}: PartitionsProps & { replication: number | undefined }) => {
  const [all, setAll] = useState(false)
  const shown = all ? partitions : partitions.slice(0, FIRST)
  return (
    <div className="space-y-2">
      <DataTable
        label={`Partitions of ${topic}`}
        columns={partitionColumns(replication)}
        rows={shown}
        keyOf={({ partition }) => String(partition)}
      />
      {shown.length < partitions.length && (
        <Button
          variant="quiet"
          onClick={() => {
            setAll(true)
          }}
        >
          {`Show all ${formatNumber(partitions.length)} partitions`}
        </Button>
      )}
    </div>
  )
}
