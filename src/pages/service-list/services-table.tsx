import { useState } from 'react'
import { Link } from 'react-router'

import { Evidence } from '../../components/evidence.tsx'
import { RequirementMark } from '../../components/requirement-mark.tsx'
import { ServiceStatus } from '../../components/service-status.tsx'
import { ServiceIcon } from '../../components/service-type.tsx'
import { paths } from '../../paths.ts'
import { consequence } from '../../tls/verdict.ts'
import { Icon } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import {
  StackedBody,
  StackedCell,
  StackedHead,
  StackedRow,
  StackedRowHeader,
  StackedTable,
} from '../../ui/stacked-table.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { COLUMNS, type ServiceRow, type Sort } from './service-rows.ts'

interface ServicesTableProps {
  project: string
  rows: readonly ServiceRow[]
  sort: Sort
  onSort: (sort: Sort) => void
}

interface SortHeaderProps extends Pick<ServicesTableProps, 'sort' | 'onSort'> {
  column: (typeof COLUMNS)[number]
}

const SortHeader = ({ column, sort, onSort }: SortHeaderProps) => {
  const active = sort.column === column.id
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active ? direction : 'none'}
      className={`p-0 text-left font-medium text-muted ${column.width}`}
    >
      <button
        type="button"
        onClick={() => {
          onSort({ column: column.id, descending: active && !sort.descending })
        }}
        className="inline-flex min-h-9 items-center gap-1 rounded-md px-3 hover:text-text"
      >
        {column.label}
        <Icon name={active && sort.descending ? 'chevron' : 'up'} className={active ? '' : 'invisible'} />
      </button>
    </th>
  )
}

/** What a row says about certificates, with the reason behind the mark. */
const CaCell = ({ project, row: { verdict, service } }: { project: string; row: ServiceRow }) => {
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

const Row = ({ project, row }: { project: string; row: ServiceRow }) => {
  const { service, typeName } = row
  const [region, provider] = (service.cloud_description ?? '').split(' - ')
  return (
    <StackedRow className="hover:bg-sunken">
      <StackedRowHeader className="font-normal">
        <div className="flex gap-3">
          <ServiceIcon type={service.service_type} />
          <div className="min-w-0">
            <Link
              to={paths.service(project, service.service_name)}
              className="font-medium wrap-anywhere text-accent hover:underline"
            >
              {service.service_name}
            </Link>
            <div className="text-xs wrap-anywhere text-muted">{typeName}</div>
          </div>
        </div>
      </StackedRowHeader>
      <StackedCell>
        <ServiceStatus state={service.state} />
      </StackedCell>
      <CaCell project={project} row={row} />
      <StackedCell className="wrap-anywhere">{service.plan}</StackedCell>
      <StackedCell className="wrap-anywhere">
        {provider ?? service.cloud_name}
        {provider !== undefined && <div className="text-xs text-muted">{region}</div>}
      </StackedCell>
      <StackedCell className="wrap-anywhere text-muted">
        {service.create_time !== undefined && <RelativeTime iso={service.create_time} />}
      </StackedCell>
    </StackedRow>
  )
}

export const ServicesTable = ({ project, rows, sort, onSort }: ServicesTableProps) => (
  <StackedTable label="Services">
    <StackedHead className="max-lg:border-b max-lg:border-border">
      {COLUMNS.map((column) => (
        <SortHeader key={column.id} column={column} sort={sort} onSort={onSort} />
      ))}
    </StackedHead>
    <StackedBody>
      {rows.map((row, index) => (
        // Names are unique in a project, but the API is not trusted with React's keys.
        <Row key={`${row.service.service_name}-${String(index)}`} project={project} row={row} />
      ))}
    </StackedBody>
  </StackedTable>
)
