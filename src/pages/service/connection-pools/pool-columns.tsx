import type { ConnectionPool } from '../../../api/service.ts'
import { formatNumber } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'

const VALUES: readonly Column<ConnectionPool>[] = [
  { id: 'name', header: 'Pool', weight: 15, cell: ({ pool_name }) => <span className="font-medium">{pool_name}</span> },
  {
    id: 'database',
    header: 'Database',
    weight: 12,
    stacked: 'labelled',
    cell: ({ database }) => database ?? 'Unknown',
  },
  {
    id: 'user',
    header: 'User',
    weight: 12,
    stacked: 'labelled',
    cell: ({ username }) => username ?? 'Whoever connects',
  },
  { id: 'mode', header: 'Mode', weight: 10, stacked: 'labelled', cell: ({ pool_mode }) => pool_mode ?? 'Unknown' },
  {
    id: 'size',
    header: 'Size',
    weight: 6,
    align: 'end',
    stacked: 'labelled',
    cell: ({ pool_size }) => (pool_size === undefined ? 'Unknown' : formatNumber(pool_size)),
  },
]

/**
 * @param opened the pool whose details are open
 * @param open writes to the URL what is to be open
 */
export const poolColumns = (
  opened: string | null,
  open: (entries: Record<string, string>) => void,
): readonly Column<ConnectionPool>[] => [
  ...VALUES,
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    weight: 20,
    cell: ({ pool_name: name }) => (
      <span className="flex flex-wrap gap-1">
        <Button
          aria-label={`${name === opened ? 'Close' : 'Open'} pool ${name}`}
          aria-expanded={name === opened}
          onClick={() => {
            open({ pool: name === opened ? '' : name })
          }}
        >
          {name === opened ? 'Close' : 'Open'}
        </Button>
        <Button
          aria-label={`Edit pool ${name}`}
          onClick={() => {
            open({ pool: name, do: 'edit-pool' })
          }}
        >
          Edit
        </Button>
        <Button
          aria-label={`Delete pool ${name}`}
          onClick={() => {
            open({ pool: name, do: 'delete-pool' })
          }}
        >
          Delete
        </Button>
      </span>
    ),
  },
]
