import { Link } from 'react-router'

import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { isolated } from '../../../lib/isolated.ts'

/** A database with what names it. */
export interface DatabaseRow {
  readonly name: string
  /** Pools that lead to it. */
  readonly pools: readonly string[]
  /** The service URI names it. */
  readonly isInUri: boolean
}

/** @param connect path of Quick connect */
export const databaseColumns = (connect: string, onDelete: (name: string) => void): readonly Column<DatabaseRow>[] => [
  { id: 'name', header: 'Database', weight: 18, cell: ({ name }) => <span className="font-medium">{name}</span> },
  {
    id: 'uses',
    header: 'Used by',
    weight: 20,
    stacked: 'labelled',
    cell: ({ isInUri, pools: its }) =>
      [...(isInUri ? ['the service URI'] : []), ...its.map((pool) => `pool ${isolated(pool)}`)].join(', ') || '-',
  },
  {
    id: 'connect',
    stacked: 'line',
    header: 'Connect',
    isActions: true,
    weight: 10,
    cell: ({ name }) => (
      <Link
        to={`${connect}?${new URLSearchParams({ database: name }).toString()}`}
        aria-label={`Quick connect to ${name}`}
        className="inline-flex min-h-8 items-center text-accent underline"
      >
        Quick connect
      </Link>
    ),
  },
  {
    id: 'delete',
    header: 'Delete',
    isActions: true,
    weight: 8,
    cell: ({ name }) => (
      <Button
        aria-label={`Delete database ${name}`}
        onClick={() => {
          onDelete(name)
        }}
      >
        Delete
      </Button>
    ),
  },
]
