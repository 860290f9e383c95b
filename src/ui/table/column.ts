import type { ReactNode } from 'react'

import { compareNames } from '../../lib/compare-names.ts'

/** A column of a `DataTable`. The first one's cells are the rows' headers. */
export interface Column<Row> {
  /** Its name in URLs and in what the browser keeps. */
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** What the table can be sorted by; without it, it can't be. Rows that have no such thing come last. */
  readonly sortValue?: (row: Row) => string | number | undefined
  /** Share of the width, 10 if not said: the shares of the columns that are shown make up the whole. */
  readonly weight?: number
  /** Numbers stand at the end, so that their digits are below each other. */
  readonly align?: 'end'
  /** Always shown, where columns can be chosen. */
  readonly fixed?: boolean
  /**
   * Where rows are stacked: with the header before it, in a line of its own, or not at all. Else it says enough by itself.
   * `roomy`: shown only where the table has room for all its columns.
   */
  readonly stacked?: 'labelled' | 'line' | 'hidden' | 'roomy'
}

/** By which column a table is sorted. */
export interface Sort {
  /** The column's id. */
  readonly column: string
  readonly descending: boolean
}

/** The order that a URL names: `plan`, `-created`; the usual one where it names none. */
export const parseSort = (text: string | null, usual: string): Sort => {
  const [, minus, column] = /^(-?)(.+)/.exec(text ?? '') ?? []
  return { column: column ?? usual, descending: minus === '-' }
}

/** The order as a URL names it; the usual one needs no name. */
export const formatSort = ({ column, descending }: Sort, usual: string): string =>
  column === usual && !descending ? '' : `${descending ? '-' : ''}${column}`

const compare = (a: string | number, b: string | number): number =>
  a === b ? 0 : typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b))

/**
 * Rows in the order of a column, or as they came where there is no such column. Equal ones stay as they came, and what
 * has no value comes last in both directions.
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
