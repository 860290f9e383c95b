import { useState, type ReactNode } from 'react'

import { Evidence } from '../../features/evidence/evidence.tsx'
import { markWord, RequirementMark } from '../../features/evidence/requirement-mark.tsx'
import { ServiceStatus } from '../../features/services/service-status.tsx'
import type { Health } from '../../domain/health.ts'
import { consequence } from '../../domain/verdict.ts'
import { StackedCell } from '../../ui/stacked-table.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { HealthCell } from './health-cell.tsx'
import type { ServiceRow } from './service-rows.ts'

export interface Column {
  readonly id: string
  readonly label: string
  /** Share of the width where the table is one; the shown columns' shares are made to fit. */
  readonly weight: number
  /** What it is sorted by. */
  readonly value: (row: ServiceRow) => string
  /** What stands in it. The first column's has no cell: it is the row's header. */
  readonly cell?: (row: ServiceRow) => ReactNode
  /** Cannot be hidden. */
  readonly fixed?: boolean
}

/** What a row says about certificates, with the reason behind the mark, and what decided it. */
const CaCell = ({ row: { project, verdict, service } }: { row: ServiceRow }) => {
  const [asked, ask] = useState(false)
  return (
    <StackedCell>
      <Tooltip
        text={`${verdict.reason} ${consequence(verdict)}`}
        onClick={() => {
          ask(true)
        }}
      >
        {/* "Why?" for the eye alone: the cell and its button say the mark and nothing else. */}
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap after:text-xs after:text-accent after:underline after:content-['Why?'_/_'']">
          <RequirementMark mark={verdict.mark} />
        </span>
      </Tooltip>
      {asked && (
        <Evidence
          project={project}
          service={service.service_name}
          verdict={verdict}
          ofService
          onClose={() => {
            ask(false)
          }}
        />
      )}
      {verdict.clientCertificate && <div className="text-xs text-muted">+ client certificate</div>}
      {verdict.plaintext && <div className="text-xs font-medium text-bad">TLS is off</div>}
    </StackedCell>
  )
}

const CloudCell = ({ row: { service } }: { row: ServiceRow }) => {
  const [region, provider] = (service.cloud_description ?? '').split(' - ')
  return (
    <StackedCell className="wrap-anywhere">
      {provider ?? service.cloud_name}
      {provider !== undefined && <div className="text-xs text-muted">{region}</div>}
    </StackedCell>
  )
}

/** What has ended first, then by what ends first; what nobody needs, or nobody knows, comes last. */
const healthOrder = (health: Health | undefined): string => {
  const end = health?.item?.deadline
  return end ? `1 ${end.toISOString()}` : health?.state === 'unknown' ? '2' : '3'
}

/** The columns that a list has unless its user chooses others. */
export const COLUMNS: readonly Column[] = [
  { id: 'name', weight: 26, label: 'Service', fixed: true, value: ({ service }) => service.service_name },
  {
    id: 'status',
    weight: 13,
    label: 'Status',
    value: ({ status }) => status,
    cell: ({ service }) => (
      <StackedCell>
        <ServiceStatus state={service.state} />
      </StackedCell>
    ),
  },
  {
    id: 'ca',
    weight: 18,
    label: 'CA certificate',
    fixed: true,
    value: ({ verdict }) => markWord(verdict.mark),
    cell: (row) => <CaCell row={row} />,
  },
  {
    id: 'expires',
    weight: 17,
    label: 'Certificates',
    value: ({ health }) => healthOrder(health),
    cell: ({ health }) => <HealthCell health={health} />,
  },
  {
    id: 'plan',
    weight: 12,
    label: 'Plan',
    value: ({ service }) => service.plan ?? '',
    cell: ({ service }) => <StackedCell className="wrap-anywhere">{service.plan}</StackedCell>,
  },
  {
    id: 'cloud',
    weight: 20,
    label: 'Cloud',
    value: ({ service }) => service.cloud_description ?? service.cloud_name ?? '',
    cell: (row) => <CloudCell row={row} />,
  },
]
