import { useState, type ReactNode } from 'react'

import type { CertificateRow } from '../../domain/certificate-row.ts'
import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../lib/format-number.ts'
import { Icon } from '../../ui/icon.tsx'
import { StackedBody, StackedHead, StackedTable } from '../../ui/stacked-table.tsx'
import { CertificateTableRow } from './certificate-row.tsx'
import type { CertificateView, SortColumn } from './certificate-view.ts'

/** Rows at first, and with every press of the button below. */
const PAGE = 100

interface Column {
  readonly label: string
  readonly width: string
  readonly sort?: SortColumn
}

export const COLUMNS: readonly Column[] = [
  { label: 'Certificate', width: 'lg:w-[17%]', sort: 'name' },
  { label: 'Project', width: 'lg:w-[12%]', sort: 'project' },
  { label: 'Ends', width: 'lg:w-[12%]', sort: 'deadline' },
  { label: 'State', width: 'lg:w-[19%]', sort: 'state' },
  { label: 'Used by', width: 'lg:w-[12%]' },
  { label: 'What to do', width: '' },
]

type Order = Pick<CertificateView, 'column' | 'descending'>

interface SortHeaderProps {
  label: string
  column: SortColumn
  order: Order
  onSort: (order: Order) => void
}

const SortHeader = ({ label, column, order, onSort }: SortHeaderProps) => {
  const active = order.column === column
  return (
    <button
      type="button"
      onClick={() => {
        onSort({ column, descending: active && !order.descending })
      }}
      className="inline-flex min-h-9 items-center gap-1 rounded-md px-3 hover:text-text"
    >
      {label}
      <Icon name={active && order.descending ? 'chevron' : 'up'} className={active ? '' : 'invisible'} />
    </button>
  )
}

interface CertificatesTableProps {
  rows: readonly CertificateRow[]
  /** Fingerprints of each project's CA. */
  fingerprints: ReadonlyMap<string, readonly string[]>
  order: Order
  onSort: (order: Order) => void
  /** Rows about projects that could not be read. */
  failures: ReactNode
}

/** The inventory: the first hundred rows of what is shown, and more when asked. */
export const CertificatesTable = ({ rows, fingerprints, order, onSort, failures }: CertificatesTableProps) => {
  const [limit, setLimit] = useState(PAGE)
  const shown = rows.slice(0, limit)
  const direction = order.descending ? 'descending' : 'ascending'
  return (
    <>
      <StackedTable label="Certificates">
        <StackedHead className="max-lg:border-b max-lg:border-border">
          {COLUMNS.map(({ label, width, sort }) => (
            <th
              key={label}
              role="columnheader"
              scope="col"
              {...(sort && { 'aria-sort': order.column === sort ? direction : 'none' })}
              className={`text-left font-medium text-muted ${sort ? 'p-0' : 'px-3 py-2 max-lg:sr-only'} ${width}`}
            >
              {sort ? <SortHeader label={label} column={sort} order={order} onSort={onSort} /> : label}
            </th>
          ))}
        </StackedHead>
        <StackedBody>
          {failures}
          {shown.map((row, index) => (
            <CertificateTableRow
              // Names are unique, but the API is not trusted with React's keys.
              key={`${row.id}/${String(index)}`}
              row={row}
              caFingerprints={row.kind === 'ca' && !row.next ? fingerprints.get(row.project) : undefined}
            />
          ))}
        </StackedBody>
      </StackedTable>
      {rows.length > limit && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            onClick={() => {
              setLimit(limit + PAGE)
            }}
          >
            {`Show ${String(Math.min(PAGE, rows.length - limit))} more`}
          </Button>
          <p className="text-muted">
            The first {formatNumber(limit)} of {formatNumber(rows.length)}. Downloads hold all of them.
          </p>
        </div>
      )}
    </>
  )
}
