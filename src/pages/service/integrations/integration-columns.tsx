import { Link } from 'react-router'

import type { Integration } from '../../../api/integrations.ts'
import { lookup } from '../../../lib/lookup.ts'
import { paths } from '../../../lib/paths.ts'
import { Badge, type BadgeTone } from '../../../ui/badge.tsx'
import type { IconName } from '../../../ui/icon.tsx'
import type { Column } from '../../../ui/table/column.ts'

interface Place {
  readonly name: string
  /** undefined for an endpoint outside of Aiven's services. */
  readonly to: string | undefined
  /** Shown if it isn't this service's project. */
  readonly project: string | undefined
}

export interface IntegrationRow {
  readonly id: string
  readonly type: string
  /** Whether this service sends data to the other, receives it, or neither is known. */
  readonly flow: 'to' | 'from' | 'unknown'
  readonly other: Place
  readonly description: string
  readonly status: string
  readonly errors: readonly string[]
}

const placeOf = (
  project: string | undefined,
  service: string | undefined,
  endpoint: string | undefined,
  own: string,
): Place => ({
  name: service ?? endpoint ?? 'Unknown',
  to: service === undefined ? undefined : paths.service(project ?? own, service),
  project: project === own ? undefined : project,
})

const statusOf = ({ enabled, active, integration_status: { state } }: Integration): string => {
  if (enabled === false) return 'disabled'
  return state.status ?? (active === undefined ? 'unknown' : active ? 'running' : 'inactive')
}

/** An integration as this service sees it. */
export const toRow = (item: Integration, project: string, service: string): IntegrationRow => {
  const isSource = item.source_service === service && (item.source_project ?? project) === project
  const isDest = item.dest_service === service && (item.dest_project ?? project) === project
  return {
    id: item.service_integration_id,
    type: item.integration_type,
    flow: isSource ? 'to' : isDest ? 'from' : 'unknown',
    other: isSource
      ? placeOf(item.dest_project, item.dest_service, item.dest_endpoint, project)
      : placeOf(item.source_project, item.source_service, item.source_endpoint, project),
    description: item.description ?? '',
    status: statusOf(item),
    errors: item.integration_status.state.errors,
  }
}

const FLOWS = { to: 'Feeds', from: 'Fed by', unknown: 'With' } as const

const TONES: Readonly<Record<string, readonly [tone: BadgeTone, icon: IconName]>> = {
  running: ['ok', 'check'],
  starting: ['busy', 'refresh'],
  failed: ['bad', 'alert'],
}

const Status = ({ status }: { status: string }) => {
  const [tone, icon] = lookup(TONES, status) ?? (['optional', 'circle'] as const)
  return (
    <Badge tone={tone} icon={icon}>
      {`${status.charAt(0).toUpperCase()}${status.slice(1)}`}
    </Badge>
  )
}

export const COLUMNS: readonly Column<IntegrationRow>[] = [
  {
    id: 'flow',
    header: 'Integration',
    sortValue: ({ flow, other }) => `${FLOWS[flow]} ${other.name}`,
    weight: 14,
    cell: ({ flow, other: { name, to, project } }) => (
      <>
        {FLOWS[flow]}{' '}
        {to === undefined ? (
          name
        ) : (
          <Link to={to} className="font-medium text-accent underline">
            {name}
          </Link>
        )}
        {project !== undefined && (
          <span className="block text-xs text-muted">
            in project <bdi>{project}</bdi>
          </span>
        )}
      </>
    ),
  },
  {
    id: 'type',
    header: 'Type',
    sortValue: ({ type }) => type,
    cell: ({ type }) => <code>{type}</code>,
    stacked: 'labelled',
  },
  {
    id: 'status',
    header: 'Status',
    sortValue: ({ status }) => status,
    stacked: 'labelled',
    cell: ({ status, errors }) => (
      <>
        <Status status={status} />
        {errors.map((error) => (
          <span key={error} className="block text-xs text-bad">
            {error}
          </span>
        ))}
      </>
    ),
  },
  { id: 'description', header: 'Description', weight: 14, cell: ({ description }) => description, stacked: 'line' },
]
