import { RelativeTime } from '../../../ui/relative-time.tsx'
import { StackedCell } from '../../../ui/stacked-table.tsx'
import type { Column } from '../service-columns.tsx'

/** Columns for those who want them. */
export const MORE_COLUMNS: readonly Column[] = [
  {
    id: 'nodes',
    label: 'Nodes',
    weight: 8,
    value: ({ service }) => String(service.node_count ?? ''),
    cell: ({ service }) => (
      <StackedCell>
        {service.node_count}
        {service.node_count !== undefined && (
          <span className="lg:sr-only">{service.node_count === 1 ? ' node' : ' nodes'}</span>
        )}
      </StackedCell>
    ),
  },
  {
    id: 'created',
    label: 'Created',
    weight: 13,
    value: ({ service }) => service.create_time ?? '',
    cell: ({ service }) => (
      <StackedCell className="wrap-anywhere text-muted">
        {service.create_time !== undefined && <RelativeTime iso={service.create_time} />}
      </StackedCell>
    ),
  },
  {
    id: 'tags',
    label: 'Tags',
    weight: 16,
    value: ({ service }) =>
      Object.entries(service.tags)
        .map(([key, value]) => `${key}=${value ?? ''}`)
        .join(' '),
    cell: ({ service }) => (
      <StackedCell className="text-xs wrap-anywhere text-muted">
        {Object.entries(service.tags)
          .map(([key, value]) => `${key}=${value ?? ''}`)
          .join(', ')}
      </StackedCell>
    ),
  },
]
