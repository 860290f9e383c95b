import { RelativeTime } from '../../ui/relative-time.tsx'
import type { ServiceColumn } from './service-columns.tsx'

/** Optional columns. */
export const MORE_COLUMNS: readonly ServiceColumn[] = [
  {
    id: 'nodes',
    header: 'Nodes',
    weight: 8,
    sortValue: ({ service }) => service.node_count,
    align: 'end',
    stacked: 'labelled',
    cell: ({ service }) => service.node_count,
  },
  {
    id: 'created',
    header: 'Created',
    weight: 13,
    sortValue: ({ service }) => service.create_time,
    cell: ({ service }) => service.create_time !== undefined && <RelativeTime iso={service.create_time} />,
  },
  {
    id: 'tags',
    header: 'Tags',
    weight: 16,
    sortValue: ({ service }) =>
      Object.entries(service.tags)
        .map(([key, value]) => `${key}=${value ?? ''}`)
        .join(' '),
    cell: ({ service }) => (
      <span className="text-xs text-muted">
        {Object.entries(service.tags)
          .map(([key, value]) => `${key}=${value ?? ''}`)
          .join(', ')}
      </span>
    ),
  },
]
