import { memo, useRef, type CSSProperties, type ReactNode, type Ref } from 'react'

import { Icon } from '../icon.tsx'
import { neighbour, useFocusLeft } from '../use-focus-left.ts'
import type { Column, Sort } from './column.ts'
import { useRowActivity } from './use-row-activity.ts'

/*
 * Rows become cards if the table is narrow ("stacked", app/theme.css). Some browsers drop the table semantics if CSS
 * changes the rows' display, so the roles are explicit though they look redundant (.oxlintrc.json allows them).
 */

/** What makes rows selectable. */
export interface Select<Row> {
  /** Must be the same function in every render, so that rows render again only when they change. */
  readonly onSelect: (key: string) => void
  /** A row's name: "orders-db". */
  readonly nameOf: (row: Row) => string
}

interface HeadProps<Row> {
  /** Compact rows of two lines each. */
  dense: boolean
  columns: readonly Column<Row>[]
  sort: Sort | undefined
  onSort: ((sort: Sort) => void) | undefined
}

/** In a card, a cell is as wide as its content, but never wider than the card. */
const NARROW_PAD = 'stacked:min-w-0 stacked:px-0 stacked:py-0.5'

const STACKED = {
  labelled: 'stacked:before:text-muted stacked:before:content-[attr(data-label)]',
  line: 'stacked:basis-full',
  hidden: 'stacked:hidden',
  roomy: 'tight:hidden',
} as const

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

interface RowProps<Row> {
  row: Row
  rowKey: string
  id: string | undefined
  columns: readonly Column<Row>[]
  isMarked: boolean
  select: Select<Row> | undefined
  isSelected: boolean
  dense: boolean
  actions: ((row: Row) => ReactNode) | undefined
  /** For a windowed table: this row's index, and the callback that measures it. */
  index?: number
  measure?: Ref<HTMLTableRowElement>
}

/** A row of 44 px, in which text and buttons are vertically aligned. */
const ROOMY = 'py-3 has-[>.min-h-8:first-child,>div>.min-h-8:first-child]:py-1.5'

/** Buttons at the end of a card are in their own line, aligned at one edge. */
const ENDS = 'stacked:has-[.min-h-8]:basis-full'

const ROW =
  'group/row border-t border-border first:border-t-0 stacked:flex stacked:flex-wrap stacked:items-baseline stacked:gap-x-4 stacked:p-3'

const TableRowOf = <Row,>(props: RowProps<Row>) => {
  const { row, rowKey, id, columns, isMarked, select, isSelected, dense, actions, index, measure } = props
  const { isNear, watch } = useRowActivity()
  const line = useRef<HTMLTableRowElement>(null)
  useFocusLeft(line, neighbour)
  const pad = dense ? 'py-1' : ROOMY
  const sides = dense ? 'px-2' : 'px-3'
  return (
    <tr
      // A windowed row that is scrolled out of sight isn't gone.
      ref={index === undefined ? line : measure}
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={index === undefined ? undefined : index + 2}
      aria-current={isMarked || undefined}
      {...(actions && watch)}
      className={`${ROW} ${select ? 'stacked:pl-10' : ''} ${isSelected || isMarked ? 'bg-accent-soft' : isNear ? 'bg-canvas' : 'hover:bg-canvas'}`}
    >
      {columns.map(({ id: key, header, cell, align, stacked, isActions }, place) =>
        place === 0 ? (
          <th
            key={key}
            role="rowheader"
            scope="row"
            className={`${pad} ${dense ? 'pr-2' : 'pr-3'} text-left align-top font-normal wrap-anywhere stacked:basis-full ${select ? 'relative pl-10' : dense ? 'pl-2' : 'pl-3'} ${NARROW_PAD}`}
          >
            {select && (
              <input
                type="checkbox"
                aria-label={`Select ${select.nameOf(row)}`}
                checked={isSelected}
                onChange={() => {
                  select.onSelect(rowKey)
                }}
                className={`absolute left-3 size-4 accent-accent print:hidden stacked:top-1.5 stacked:-left-7 ${dense ? 'top-1.5' : 'top-3.5'}`}
              />
            )}
            {cell(row)}
          </th>
        ) : (
          <td
            key={key}
            role="cell"
            data-label={stacked === 'labelled' ? `${header}${header.endsWith('?') ? '' : ':'} ` : undefined}
            className={`${pad} ${sides} ${isActions ? 'print:hidden' : ''} align-top wrap-anywhere ${NARROW_PAD} ${align === 'end' ? 'text-right stacked:text-left' : 'text-left'} ${stacked ? STACKED[stacked] : place === columns.length - 1 ? ENDS : ''} ${actions ? 'relative bg-inherit' : ''}`}
          >
            {cell(row)}
            {isNear && place === columns.length - 1 && (
              <div className="absolute inset-y-0 right-0 flex min-w-full items-center justify-end gap-1 bg-inherit px-1 print:hidden tight:hidden">
                {actions?.(row)}
              </div>
            )}
          </td>
        ),
      )}
    </tr>
  )
}

/** One row. Renders again only when it, its columns or its selection change. */
// `memo` drops a generic component's type parameter; the cast restores it.
export const TableRow = memo(TableRowOf) as unknown as typeof TableRowOf

interface WideRowProps {
  span: number
  index?: number
  measure?: Ref<HTMLTableRowElement>
  children: ReactNode
}

const opener = (cell: HTMLElement) =>
  cell.parentElement?.previousElementSibling?.querySelector<HTMLElement>('button[aria-expanded]')

/**
 * A row across the whole table: what belongs to the row above it, or to no row. When it is closed from within, the focus
 * goes to the button that opened it.
 */
export const WideRow = ({ span, index, measure, children }: WideRowProps) => {
  const cell = useRef<HTMLTableCellElement>(null)
  useFocusLeft(cell, opener)
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      className="border-t border-border bg-canvas first:border-t-0 stacked:block stacked:p-3"
    >
      <td ref={cell} role="cell" colSpan={span} className={`px-3 py-2 ${NARROW_PAD} stacked:block`}>
        {children}
      </td>
    </tr>
  )
}
