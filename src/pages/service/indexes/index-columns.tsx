import { namesOneIndex, type SearchIndex } from '../../../api/indexes.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import { formatCount, formatNumber } from '../../../lib/format-number.ts'
import { lookup } from '../../../lib/lookup.ts'
import { Badge, type BadgeTone } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import type { Column } from '../../../ui/table/column.ts'

interface Health {
  readonly tone: BadgeTone
  readonly icon: IconName
  readonly word: string
  /** Explanation, if something is missing. */
  readonly meaning?: string
  /** Higher is worse. */
  readonly rank: number
}

const RED: Health = { tone: 'bad', icon: 'alert', word: 'Red', meaning: 'Data missing', rank: 3 }

/** OpenSearch's words for whether each shard has its copies (its documentation, "Cluster health"). */
const HEALTH: Readonly<Record<string, Health>> = {
  green: { tone: 'ok', icon: 'check', word: 'Green', rank: 0 },
  yellow: { tone: 'required', icon: 'alert', word: 'Yellow', meaning: 'Replicas missing', rank: 2 },
  red: RED,
  'red*': RED,
}

const UNKNOWN: Health = { tone: 'unknown', icon: 'question', word: 'Unknown', rank: 1 }

const healthOf = ({ health = '' }: SearchIndex): Health => lookup(HEALTH, health) ?? UNKNOWN

const HealthCell = ({ index }: { index: SearchIndex }) => {
  const { tone, icon, word, meaning } = healthOf(index)
  return (
    <>
      <Badge tone={tone} icon={icon}>
        {word}
      </Badge>
      {meaning !== undefined && <span className="block text-xs text-muted">{meaning}</span>}
    </>
  )
}

/** What is unusual about an index, in words. */
const stateOf = ({ status, read_only_allow_delete: readOnly }: SearchIndex): string =>
  [...(status === 'close' ? ['Closed'] : []), ...(readOnly === true ? ['Read-only'] : [])].join(', ')

const numberOf = (value: number | undefined, format = formatNumber) => (value === undefined ? 'Unknown' : format(value))

export const indexColumns = (onDelete: (name: string) => void): readonly Column<SearchIndex>[] => [
  {
    id: 'name',
    header: 'Index',
    weight: 25,
    sortValue: ({ index_name }) => index_name,
    cell: (index) => (
      <>
        <span className="font-medium">{index.index_name}</span>
        {stateOf(index) !== '' && <span className="block text-xs text-muted">{stateOf(index)}</span>}
      </>
    ),
  },
  {
    id: 'health',
    header: 'Health',
    weight: 13.5,
    stacked: 'labelled',
    sortValue: (index) => healthOf(index).rank,
    cell: (index) => <HealthCell index={index} />,
  },
  {
    id: 'docs',
    header: 'Documents',
    weight: 14.5,
    align: 'end',
    stacked: 'labelled',
    sortValue: ({ docs }) => docs,
    cell: ({ docs }) => numberOf(docs),
  },
  {
    id: 'size',
    header: 'Size',
    weight: 9,
    align: 'end',
    stacked: 'labelled',
    sortValue: ({ size }) => size,
    cell: ({ size }) => numberOf(size, formatBytes),
  },
  {
    id: 'shards',
    header: 'Shards',
    weight: 12,
    stacked: 'labelled',
    sortValue: ({ number_of_shards }) => number_of_shards,
    cell: ({ number_of_shards: shards, number_of_replicas: replicas }) =>
      `${numberOf(shards)}${replicas === undefined ? '' : `, ${formatCount(replicas, 'replica')}`}`,
  },
  {
    id: 'created',
    header: 'Created',
    weight: 12,
    stacked: 'labelled',
    sortValue: ({ create_time }) => create_time,
    cell: ({ create_time: time }) => (time === undefined ? 'Unknown' : <RelativeTime iso={time} />),
  },
  {
    id: 'delete',
    header: 'Delete',
    isActions: true,
    weight: 10,
    cell: ({ index_name: name }) =>
      namesOneIndex(name) ? (
        <Button
          aria-label={`Delete index ${name}`}
          onClick={() => {
            onDelete(name)
          }}
        >
          Delete
        </Button>
      ) : (
        <span className="text-xs text-muted">Can’t be deleted here: the API would read its name as a pattern</span>
      ),
  },
]
