import { useState } from 'react'
import { Link } from 'react-router'

import { Evidence } from '../../features/evidence/evidence.tsx'
import { markClass, MarkContent, markWord } from '../../features/evidence/requirement-mark.tsx'
import { ServiceStatus } from '../../features/services/service-status.tsx'
import { shortCloud } from '../../features/services/short-cloud.ts'
import { ServiceIcon } from '../../features/services/service-type.tsx'
import { paths } from '../../lib/paths.ts'
import type { Health } from '../../domain/health.ts'
import { consequence } from '../../domain/verdict.ts'
import type { Column } from '../../ui/table/column.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import { HealthCell } from '../../features/certificates/health-cell.tsx'
import type { ServiceRow } from './service-rows.ts'

export type ServiceColumn = Column<ServiceRow>

/** As few elements as possible: a list has one of these cells per row. */
const NameCell = ({ row: { project, service, typeName } }: { row: ServiceRow }) => (
  <>
    <ServiceIcon type={service.service_type} className="absolute" />
    <Link
      to={paths.service(project, service.service_name)}
      className="-my-0.5 ml-9 block w-fit py-0.5 font-medium text-accent hover:underline"
    >
      {service.service_name}
    </Link>
    <div className="pl-9 text-xs text-muted">{typeName}</div>
  </>
)

/** What a row says about certificates, with the reason behind the mark, and what decided it. */
const CaCell = ({ row: { project, verdict, service } }: { row: ServiceRow }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Tooltip
        text={`${verdict.reason} ${consequence(verdict)}`}
        label={`${markWord(verdict.mark)}: ${service.service_name}`}
        // Visual only: to assistive technology, the cell contains only the mark. Left out where a table has least room.
        className={`${markClass(verdict.mark)} relative mr-5.5 after:absolute after:top-1 after:left-full after:ml-1.5 after:grid after:size-4 after:place-items-center after:rounded-full after:border after:border-control after:text-[0.6875rem] after:leading-none after:font-normal after:text-muted after:content-['?'_/_''] hover:after:border-accent hover:after:text-accent @min-[40rem]/table:@max-[48rem]/table:mr-0 @min-[40rem]/table:@max-[48rem]/table:after:hidden`}
        onClick={() => {
          setOpen(true)
        }}
      >
        <MarkContent mark={verdict.mark} />
      </Tooltip>
      {isOpen && (
        <Evidence
          project={project}
          service={service.service_name}
          verdict={verdict}
          ofService
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
      {verdict.clientCertificate && <div className="text-xs text-muted">+ client certificate</div>}
      {verdict.plaintext && <div className="text-xs font-medium text-bad">TLS is off</div>}
    </>
  )
}

/** The cloud in two short lines: "Ireland", "AWS". */
const CloudCell = ({ row: { service } }: { row: ServiceRow }) => {
  const { place, provider } = shortCloud(service)
  return (
    <>
      {place}
      {provider !== undefined && <div className="text-xs text-muted">{provider}</div>}
    </>
  )
}

/** Expired first, then by end; unneeded or unknown ones last. */
const healthOrder = (health: Health | undefined): string => {
  const end = health?.item?.deadline
  return end ? `1 ${end.toISOString()}` : health?.state === 'unknown' ? '2' : '3'
}

/** The default columns of a list. */
export const COLUMNS: readonly ServiceColumn[] = [
  {
    id: 'name',
    weight: 24.8,
    header: 'Service',
    fixed: true,
    sortValue: ({ service }) => service.service_name,
    cell: (row) => <NameCell row={row} />,
  },
  {
    id: 'status',
    weight: 12.8,
    header: 'Status',
    sortValue: ({ status }) => status,
    cell: ({ service }) => <ServiceStatus state={service.state} />,
  },
  {
    id: 'ca',
    weight: 17,
    header: 'CA certificate',
    fixed: true,
    sortValue: ({ verdict }) => markWord(verdict.mark),
    cell: (row) => <CaCell row={row} />,
  },
  {
    id: 'expires',
    weight: 19.4,
    header: 'Certificates',
    stacked: 'line',
    sortValue: ({ health }) => healthOrder(health),
    cell: ({ health }) => <HealthCell health={health} />,
  },
  {
    id: 'plan',
    weight: 10.1,
    header: 'Plan',
    stacked: 'roomy',
    sortValue: ({ service }) => service.plan,
    cell: ({ service }) => service.plan,
  },
  {
    id: 'cloud',
    weight: 14.9,
    header: 'Cloud',
    stacked: 'roomy',
    sortValue: ({ service }) => service.cloud_description ?? service.cloud_name,
    cell: (row) => <CloudCell row={row} />,
  },
]
