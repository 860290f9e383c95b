import { memo, useRef, type ReactNode, type Ref } from 'react'

import { neighbour, useFocusLeft } from '../use-focus-left.ts'
import type { Column } from './column.ts'
import { NARROW_PAD, STACKED } from './stacked.ts'
import { useRowActivity } from './use-row-activity.ts'

/** What makes rows selectable. */
export interface Select<Row> {
  /** Must be the same function in every render, so that rows render again only when they change. */
  readonly onSelect: (key: string) => void
  /** A row's name: "orders-db". */
  readonly nameOf: (row: Row) => string
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
