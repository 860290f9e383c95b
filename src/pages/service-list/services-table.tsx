import { memo, type CSSProperties, type ReactNode } from 'react'
import { Link } from 'react-router'

import { ServiceIcon } from '../../features/services/service-type.tsx'
import { paths } from '../../lib/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { StackedBody, StackedHead, StackedRow, StackedRowHeader, StackedTable } from '../../ui/stacked-table.tsx'
import type { Column } from './service-columns.tsx'
import type { Sort } from '../../ui/table/column.ts'
import type { ServiceRow } from './service-rows.ts'

export interface ServicesTableProps {
  rows: readonly ServiceRow[]
  columns: readonly Column[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Keys of the selected rows. */
  selected: ReadonlySet<string>
  /** Stays the same from render to render: rows are painted again only when they change. */
  onSelect: (key: string) => void
}

interface ServiceTableRowProps extends Pick<ServicesTableProps, 'columns' | 'onSelect'> {
  row: ServiceRow
  isSelected: boolean
  /** For a table that holds only a part of its rows: where this one stands, and what learns its height. */
  index?: number
  measure?: (row: HTMLTableRowElement | null) => void
}

/** One service. Its checkbox follows the link in the document, so that the row's name begins with the service's. */
export const ServiceTableRow = memo(({ row, columns, isSelected, onSelect, index, measure }: ServiceTableRowProps) => {
  const { project, service, typeName } = row
  const name = service.service_name
  return (
    <StackedRow
      ref={measure}
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      className={isSelected ? 'bg-accent-soft' : 'hover:bg-sunken'}
    >
      <StackedRowHeader className="relative font-normal max-lg:pl-17! lg:pl-21!">
        <ServiceIcon type={service.service_type} className="absolute top-3 left-10 max-lg:top-1 max-lg:left-7" />
        <Link
          to={paths.service(project, name)}
          className="block w-fit font-medium wrap-anywhere text-accent hover:underline"
        >
          {name}
        </Link>
        <div className="text-xs wrap-anywhere text-muted">{typeName}</div>
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={isSelected}
          onChange={() => {
            onSelect(row.key)
          }}
          className="absolute top-5 left-3 size-4 accent-accent max-lg:top-3 max-lg:left-0"
        />
      </StackedRowHeader>
      {columns.map(({ id, cell }) => cell && <CellOf key={id} cell={cell} row={row} />)}
    </StackedRow>
  )
})

const CellOf = ({ cell, row }: { cell: NonNullable<Column['cell']>; row: ServiceRow }) => cell(row)

type SortHeaderProps = Pick<ServicesTableProps, 'sort' | 'onSort'> & { column: Column; share: number }

const SortHeader = ({ column, share, sort, onSort }: SortHeaderProps) => {
  const active = sort.column === column.id
  const direction = sort.descending ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active ? direction : 'none'}
      style={{ '--share': `${String(share)}%` } as CSSProperties}
      className="p-0 text-left font-medium text-muted lg:w-(--share)"
    >
      <button
        type="button"
        onClick={() => {
          onSort({ column: column.id, descending: active && !sort.descending })
        }}
        className="inline-flex min-h-9 items-center gap-1 rounded-md px-3 text-left hover:text-text"
      >
        {column.label}
        {active && <Icon name={sort.descending ? 'chevron' : 'up'} />}
      </button>
    </th>
  )
}

/** The table around its rows: what the whole and the windowed one share. */
export const ServicesFrame = ({
  columns,
  sort,
  onSort,
  count,
  children,
}: Pick<ServicesTableProps, 'columns' | 'sort' | 'onSort'> & {
  /** Rows in all, header included, where the table holds only a part of them. */
  count?: number
  children: ReactNode
}) => {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <StackedTable label="Services" rowCount={count}>
      <StackedHead className="max-lg:border-b max-lg:border-border">
        {columns.map((column) => (
          <SortHeader
            key={column.id}
            column={column}
            share={(100 * column.weight) / total}
            sort={sort}
            onSort={onSort}
          />
        ))}
      </StackedHead>
      <StackedBody>{children}</StackedBody>
    </StackedTable>
  )
}

/** All rows at once: the browser finds, prints and selects in it. */
export const ServicesTable = ({ rows, columns, sort, onSort, selected, onSelect }: ServicesTableProps) => (
  <ServicesFrame columns={columns} sort={sort} onSort={onSort}>
    {rows.map((row) => (
      <ServiceTableRow
        key={row.key}
        row={row}
        columns={columns}
        isSelected={selected.has(row.key)}
        onSelect={onSelect}
      />
    ))}
  </ServicesFrame>
)
