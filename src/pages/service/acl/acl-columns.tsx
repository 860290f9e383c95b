import type { AclEntry } from '../../../api/acl.ts'
import type { Remark } from '../../../domain/acl.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { entryMay, entryWhat, entryWho, entryWords, REMARKS } from './acl-words.ts'

/** An entry with its notable properties. */
export interface AclRow {
  readonly entry: AclEntry
  readonly remarks: readonly Remark[]
}

/** Key of an entry: its id, if it has one. */
export const keyOfEntry = (entry: AclEntry): string => entry.id ?? `${entry.kind} ${entryWords(entry)}`

const isDeny = (entry: AclEntry) => entry.kind === 'native' && entry.permission_type === 'DENY'

const KINDS = { aiven: 'Aiven', native: 'Kafka-native' } as const

const LOUD: ReadonlySet<Remark> = new Set(['everyone', 'everything'])

/** @param onDelete opens the dialog that deletes the entry */
export const aclColumns = (onDelete: (entry: AclEntry) => void): readonly Column<AclRow>[] => [
  {
    id: 'who',
    header: 'User',
    weight: 16,
    sortValue: ({ entry }) => entryWho(entry),
    cell: ({ entry }) => <span className="font-mono font-medium">{entryWho(entry)}</span>,
  },
  {
    id: 'what',
    header: 'Topic or resource',
    weight: 18,
    stacked: 'labelled',
    sortValue: ({ entry }) => entryWhat(entry),
    cell: ({ entry }) => <span className="font-mono">{entryWhat(entry)}</span>,
  },
  {
    id: 'may',
    header: 'Permission',
    weight: 13,
    stacked: 'labelled',
    sortValue: ({ entry }) => entryMay(entry),
    cell: ({ entry }) => <span className={isDeny(entry) ? 'font-medium text-bad' : undefined}>{entryMay(entry)}</span>,
  },
  {
    id: 'kind',
    header: 'Kind',
    weight: 10,
    stacked: 'labelled',
    sortValue: ({ entry }) => entry.kind,
    cell: ({ entry }) => KINDS[entry.kind],
  },
  {
    id: 'remarks',
    header: 'Notes',
    weight: 20,
    cell: ({ remarks }) => (
      <span className="flex flex-wrap gap-1">
        {remarks.map((remark) => (
          <Badge
            key={remark}
            tone={LOUD.has(remark) ? 'required' : 'optional'}
            icon={LOUD.has(remark) ? 'alert' : 'circle'}
          >
            {REMARKS[remark]}
          </Badge>
        ))}
      </span>
    ),
  },
  {
    id: 'delete',
    header: 'Delete',
    isActions: true,
    weight: 8,
    cell: ({ entry }) =>
      entry.id === undefined ? (
        <span className="text-xs text-muted">The API gives it no ID.</span>
      ) : (
        <Button
          aria-label={`Delete entry ${entryWords(entry)}`}
          onClick={() => {
            onDelete(entry)
          }}
        >
          Delete
        </Button>
      ),
  },
]
