import type { ReactNode } from 'react'

import { compareNames } from '../../lib/compare-names.ts'

/** A column of a `DataTable`. The first one's cells are the rows' headers. */
export interface Column<Row> {
  /** Its name in URLs and in the browser's storage. */
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The value to sort by; without it, the column can't be sorted. Rows without a value come last. */
  readonly sortValue?: (row: Row) => string | number | undefined
  /** Share of the width, 10 by default, relative to the other visible columns. */
  readonly weight?: number
  /** Numbers are aligned at the end, so that their digits line up. */
  readonly align?: 'end'
  /** Only buttons and links to what one can do: not printed. */
  readonly isActions?: true
  /** Always shown, even if columns can be chosen. */
  readonly fixed?: boolean
  /**
   * In stacked rows: with its header, in its own line, or hidden. By default the value is shown alone.
   * `roomy`: shown only where the table has room for all its columns.
   */
  readonly stacked?: 'labelled' | 'line' | 'hidden' | 'roomy'
}

/** The column that a table is sorted by. */
export interface Sort {
  /** The column's id. */
  readonly column: string
  readonly descending: boolean
}

/** The order from a URL: `plan`, `-created`; the default if it has none. */
export const parseSort = (text: string | null, usual: string): Sort => {
  const [, minus, column] = /^(-?)(.+)/.exec(text ?? '') ?? []
  return { column: column ?? usual, descending: minus === '-' }
}

/** The order as written in a URL; '' for the default. */
export const formatSort = ({ column, descending }: Sort, usual: string): string =>
  column === usual && !descending ? '' : `${descending ? '-' : ''}${column}`

const compare = (a: string | number, b: string | number): number =>
  a === b ? 0 : typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b))

/**
 * Rows sorted by a column, or unchanged if there is no such column. The sort is stable, and rows without a value come
 * last in both directions.
 */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly Pick<Column<Row>, 'id' | 'sortValue'>[],
  { column, descending }: Sort,
): readonly Row[] => {
  const value = columns.find(({ id }) => id === column)?.sortValue
  if (!value) return rows
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, by: value(row) }))
    .toSorted(({ by: a }, { by: b }) =>
      a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : sign * compare(a, b),
    )
    .map(({ row }) => row)
}
