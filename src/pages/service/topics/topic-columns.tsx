import type { Topic } from '../../../api/topics.ts'
import { retentionSummary } from '../../../domain/topics.ts'
import { formatNumber, numberOrUnknown } from '../../../lib/format-number.ts'
import { lookup } from '../../../lib/lookup.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'

const BUSY: Readonly<Record<string, string>> = { CONFIGURING: 'Being set up', DELETING: 'Being deleted' }

/** A badge for any state other than active. */
const TopicState = ({ state = 'ACTIVE' }: Pick<Topic, 'state'>) =>
  state !== 'ACTIVE' && (
    <Badge tone="busy" icon="refresh">
      {lookup(BUSY, state) ?? state}
    </Badge>
  )

type TopicColumn = Column<Topic>

const NAME: TopicColumn = {
  id: 'name',
  header: 'Topic',
  weight: 20,
  sortValue: ({ topic_name }) => topic_name,
  cell: ({ topic_name, topic_description, state }) => (
    <>
      <span className="font-medium">{topic_name}</span> <TopicState state={state} />
      {topic_description !== undefined && <p className="text-xs text-muted">{topic_description}</p>}
    </>
  ),
}
const PARTITIONS: TopicColumn = {
  id: 'partitions',
  header: 'Partitions',
  weight: 12,
  align: 'end',
  stacked: 'labelled',
  sortValue: ({ partitions }) => partitions,
  cell: ({ partitions }) => numberOrUnknown(partitions),
}
const REPLICAS: TopicColumn = {
  id: 'replication',
  header: 'Replicas',
  weight: 13,
  stacked: 'labelled',
  sortValue: ({ replication }) => replication,
  cell: ({ replication, min_insync_replicas: least }) =>
    `${numberOrUnknown(replication)}${least === undefined ? '' : `, min ${formatNumber(least)} in sync`}`,
}
const RETENTION: TopicColumn = {
  id: 'retention',
  header: 'Retention',
  weight: 13,
  stacked: 'labelled',
  sortValue: ({ retention_hours: hours }) => (hours === undefined || hours >= 0 ? hours : Infinity),
  cell: retentionSummary,
}
const CLEANUP: TopicColumn = {
  id: 'cleanup',
  header: 'Cleanup',
  weight: 12,
  stacked: 'labelled',
  sortValue: ({ cleanup_policy }) => cleanup_policy,
  cell: ({ cleanup_policy }) => cleanup_policy?.replace(',', ', ') ?? 'Unknown',
}

/** A tag in words; without a value, its key alone. */
export const tagText = ({ key, value }: Topic['tags'][number]): string => (value === '' ? key : `${key}=${value}`)

const TAGS: TopicColumn = {
  id: 'tags',
  header: 'Tags',
  weight: 14,
  stacked: 'labelled',
  cell: ({ tags }) => (tags.length === 0 ? '-' : tags.map(tagText).join(', ')),
}

const OpenTopic = ({ name }: { name: string }) => {
  const { params, write } = useUrlParams()
  const isOpen = params.get('topic') === name
  return (
    <Button
      aria-label={`${isOpen ? 'Close' : 'Open'} topic ${name}`}
      aria-expanded={isOpen}
      onClick={() => {
        write((search) => {
          if (isOpen) search.delete('topic')
          else search.set('topic', name)
        })
      }}
    >
      {isOpen ? 'Close' : 'Open'}
    </Button>
  )
}

const OPEN: TopicColumn = {
  id: 'open',
  header: 'Details',
  isActions: true,
  weight: 8,
  cell: ({ topic_name: name }) => <OpenTopic name={name} />,
}

/** The columns of the topic list, and the button that opens a topic. */
export const TOPIC_COLUMNS: readonly TopicColumn[] = [NAME, PARTITIONS, REPLICAS, RETENTION, CLEANUP, TAGS, OPEN]
