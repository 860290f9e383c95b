import { Link } from 'react-router'

import { RequirementMark } from '../../components/requirement-mark.tsx'
import { ServiceStatus } from '../../components/service-status.tsx'
import { ServiceIcon } from '../../components/service-type.tsx'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { COLUMNS, type ServiceRow, type Sort } from './service-rows.ts'

interface ServicesTableProps {
  project: string
  rows: readonly ServiceRow[]
  sort: Sort
  onSort: (sort: Sort) => void
}

const CELL = 'px-3 py-2 align-top max-lg:block max-lg:px-0 max-lg:py-0.5'

const HeaderCell = ({
  column,
  sort,
  onSort,
}: { column: (typeof COLUMNS)[number] } & Pick<ServicesTableProps, 'sort' | 'onSort'>) => {
  const active = sort.column === column.id
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={active ? direction : 'none'} className="p-0 text-left font-medium text-muted">
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
const CaCell = ({ row: { verdict } }: { row: ServiceRow }) => (
  <td className={CELL}>
    <Tooltip text={`${verdict.reason} ${verdict.without}`}>
      <RequirementMark mark={verdict.mark} />
    </Tooltip>
    {verdict.clientCertificate && <div className="text-xs text-muted">+ client certificate</div>}
    {verdict.plaintext && <div className="text-xs font-medium text-bad">TLS is off</div>}
  </td>
)

const Row = ({ project, row }: { project: string; row: ServiceRow }) => {
  const { service, typeName } = row
  const [region, provider] = (service.cloud_description ?? '').split(' - ')
  return (
    <tr className="border-t border-border hover:bg-sunken max-lg:block max-lg:p-3">
      <th scope="row" className={`${CELL} text-left font-normal`}>
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
      </th>
      <td className={CELL}>
        <ServiceStatus state={service.state} />
      </td>
      <CaCell row={row} />
      <td className={`${CELL} wrap-anywhere`}>{service.plan}</td>
      <td className={`${CELL} wrap-anywhere`}>
        {provider ?? service.cloud_name}
        {provider !== undefined && <div className="text-xs text-muted">{region}</div>}
      </td>
      <td className={`${CELL} whitespace-nowrap text-muted`}>
        {service.create_time !== undefined && <RelativeTime iso={service.create_time} />}
      </td>
    </tr>
  )
}

export const ServicesTable = ({ project, rows, sort, onSort }: ServicesTableProps) => (
  <div className="overflow-clip rounded-lg border border-border bg-surface">
    <table aria-label="Services" className="w-full border-collapse max-lg:block">
      <thead className="max-lg:block max-lg:border-b max-lg:border-border">
        <tr className="max-lg:flex max-lg:flex-wrap">
          {COLUMNS.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {rows.map((row, index) => (
          // Names are unique in a project, but the API is not trusted with React's keys.
          <Row key={`${row.service.service_name}-${String(index)}`} project={project} row={row} />
        ))}
      </tbody>
    </table>
  </div>
)
