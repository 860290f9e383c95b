import type { CSSProperties, ReactNode } from 'react'

import { Icon } from '../icon.tsx'
import type { Column, Sort } from './column.ts'
import { STACKED } from './stacked.ts'

interface HeadProps<Row> {
  /** Compact rows of two lines each. */
  dense: boolean
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

/** With more columns, a table needs more room: words of ordinary length break in narrower cells. */
const FEW_COLUMNS = 5

/** Reserved space for the arrow: the header doesn't move when the list is sorted by it. */
const NO_ARROW = "after:size-4 after:shrink-0 after:content-[''] stacked:after:hidden"

const ColumnHeader = <Row,>({
  column,
  sort,
  onSort,
  dense,
  share,
  isIndented,
}: HeadProps<Row> & { column: Column<Row>; share: number; isIndented: boolean }) => {
  const active = sort?.column === column.id
  const canSort = column.sortValue !== undefined && onSort !== undefined
  const end = column.align === 'end'
  const pad = dense ? 'px-2' : 'px-3'
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={canSort ? (active ? (sort.descending ? 'descending' : 'ascending') : 'none') : undefined}
      style={{ '--share': `${String(share)}%` } as CSSProperties}
      className={`w-(--share) ${column.isActions ? 'print:hidden' : ''} font-medium text-muted stacked:w-auto ${end ? 'text-right' : 'text-left'} ${column.stacked === 'roomy' ? STACKED.roomy : ''} ${canSort ? 'p-0' : `${pad} py-2 stacked:sr-only`} ${isIndented ? `${dense ? 'pl-8' : 'pl-7'} stacked:pl-0` : ''}`}
    >
      {canSort ? (
        <button
          type="button"
          onClick={() => {
            onSort({ column: column.id, descending: active && !sort.descending })
          }}
          className={`inline-flex min-h-9 items-center gap-1 rounded-md ${pad} -outline-offset-2 hover:text-text ${end ? 'flex-row-reverse text-right' : 'text-left'} ${active ? '' : NO_ARROW}`}
        >
          {column.header}
          {active && <Icon name={sort.descending ? 'chevron' : 'up'} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

interface FrameProps<Row> extends HeadProps<Row> {
  label: string
  hasSelection: boolean
  /** Total number of rows including the header, if only some are in the document. */
  rowCount?: number | undefined
  children: ReactNode
}

/** The table around its rows. Its header stays visible while scrolling. */
export const TableFrame = <Row,>({
  label,
  columns,
  sort,
  onSort,
  dense,
  hasSelection,
  rowCount,
  children,
}: FrameProps<Row>) => {
  const total = columns.reduce((sum, { weight = 10 }) => sum + weight, 0)
  const sortable = onSort !== undefined && columns.some(({ sortValue }) => sortValue)
  // A table that leaves columns out where it is narrow has room for the others.
  const isWide = columns.length > FEW_COLUMNS && columns.every(({ stacked }) => stacked !== 'roomy')
  return (
    <div
      className={`overflow-clip rounded-lg border border-border bg-surface ${isWide ? '[container:wide-table/inline-size]' : '@container/table'}`}
    >
      <table
        role="table"
        aria-label={label}
        aria-rowcount={rowCount}
        className="w-full table-fixed border-collapse stacked:block"
      >
        <thead
          role="rowgroup"
          className={`sticky top-(--sticky-top) z-1 bg-surface bg-[linear-gradient(to_top,var(--color-border)_1px,transparent_1px)] print:static stacked:static stacked:block stacked:print:sr-only ${sortable ? '' : 'stacked:sr-only'}`}
        >
          <tr role="row" className="stacked:flex stacked:flex-wrap">
            {columns.map((column) => (
              <ColumnHeader
                key={column.id}
                {...{ columns, column, sort, onSort, dense }}
                isIndented={hasSelection && column === columns[0]}
                share={(100 * (column.weight ?? 10)) / total}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="stacked:block">
          {children}
        </tbody>
      </table>
    </div>
  )
}
