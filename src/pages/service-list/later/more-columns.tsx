import { RelativeTime } from '../../../ui/relative-time.tsx'
import { StackedCell } from '../../../ui/stacked-table.tsx'
import type { Column } from '../service-columns.tsx'
import { firstExpiry } from './filters.ts'

const expiryTime = (time: number | undefined): string => (time === undefined ? '' : new Date(time).toISOString())

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
    id: 'expires',
    label: 'User certificates',
    weight: 15,
    value: ({ service }) => expiryTime(firstExpiry(service)),
    cell: ({ service }) => {
      const time = firstExpiry(service)
      return (
        <StackedCell>
          {time === undefined ? (
            <span className="text-muted max-lg:hidden">
              {service.users.some((user) => user.access_cert_not_valid_after_time !== undefined) ? 'Not used' : 'None'}
            </span>
          ) : (
            <>
              First expiry <RelativeTime iso={expiryTime(time)} />
            </>
          )}
        </StackedCell>
      )
    },
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
