import { lazy, Suspense, useDeferredValue, useMemo, type ReactNode, type Ref } from 'react'

import type { Column, Sort } from './column.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { TableFrame } from './table-frame.tsx'
import { TableRow, WideRow, type Select } from './table-row.tsx'

/** Above this number, only visible rows are in the document (and the browser's own search finds only those). */
const WINDOWED_FROM = 300

/** A list that grows stays whole up to this number, while the code for windowing loads. */
const MAX_WHOLE = 1000

const WindowedRows = lazy(async () => ({ default: (await import('./windowed-rows.tsx')).WindowedRows }))

interface DataTableProps<Row> {
  /** The table's name. */
  label: string
  /** Columns to show; must be the same array in every render while unchanged. */
  columns: readonly Column<Row>[]
  /** Rows to show, in order. */
  rows: readonly Row[]
  /** Compact rows of two lines each. */
  dense?: boolean
  /** Number of rows before searching, so that windowing doesn't switch on or off while typing. */
  total?: number
  keyOf: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Makes rows selectable; must be the same object in every render. */
  select?: Select<Row>
  /** Keys of the selected rows. */
  selected?: ReadonlySet<string>
  /**
   * Actions for a row: shown over the end of the row that is hovered or focused, if the table has room for all its
   * columns. Must be the same function in every render.
   */
  actions?: ((row: Row) => ReactNode) | undefined
  /** Details below an opened row; undefined for the others. */
  renderDetail?: (row: Row) => ReactNode
  /** Key of the highlighted row. */
  marked?: string | undefined
  /** Key of the row to show first, if the table is windowed. */
  startAt?: string | undefined
  /** A row's `id` in the document, for links to it. */
  idOf?: (row: Row) => string
  /** Shown instead of an empty table. */
  empty?: ReactNode
  /**
   * What stands below the rows, such as a button for more of them. It appears with the rows: before them it would be
   * pushed away while a user presses it, and the press would be lost.
   */
  after?: ReactNode
}

interface Entry<Row> {
  readonly key: string
  readonly row: Row
  /** The row's details, if this entry shows them. */
  readonly detail?: ReactNode
}

const NONE: ReadonlySet<string> = new Set()

/** Rows with unique keys: the API may send the same name twice. */
const toEntries = <Row,>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  renderDetail: ((row: Row) => ReactNode) | undefined,
): Entry<Row>[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    let key = keyOf(row)
    while (seen.has(key)) key += '/'
    seen.add(key)
    const below = renderDetail?.(row)
    return below === undefined
      ? [{ key, row }]
      : [
          { key, row },
          { key: `${key}/detail`, row, detail: below },
        ]
  })
}

/**
 * The table of every list: its parent keeps the sort order in the URL. Stacked if narrow, windowed if long.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rows, total = rows.length, keyOf, sort, onSort, select, selected = NONE } = props
  const { renderDetail, marked, startAt, idOf, empty, after, dense = false, actions } = props
  const entries = useMemo(() => toEntries(rows, keyOf, renderDetail), [rows, keyOf, renderDetail])
  const span = columns.length
  const frame = (children: ReactNode, rowCount?: number) => (
    <TableFrame {...{ label, columns, sort, onSort, dense, rowCount }} hasSelection={select !== undefined}>
      {children}
    </TableFrame>
  )
  const isLong = total > WINDOWED_FROM
  const wasLong = useDeferredValue(isLong)
  const draw = (
    { key, row, detail: below }: Entry<Row>,
    place: { index?: number; measure?: Ref<HTMLTableRowElement> },
  ) =>
    below === undefined ? (
      <TableRow
        key={key}
        rowKey={key}
        id={idOf?.(row)}
        isMarked={key === marked}
        isSelected={selected.has(key)}
        {...{ row, columns, select, dense, actions, ...place }}
      />
    ) : (
      <WideRow key={key} span={span} {...place}>
        {below}
      </WideRow>
    )
  const drawAll = () => {
    if (empty !== undefined && rows.length === 0) return empty
    // Rows that are shown already stay until the code for windowing is there, and so does what is below them.
    if (!isLong || (!wasLong && total <= MAX_WHOLE)) return frame(entries.map((entry) => draw(entry, {})))
    return (
      <WindowedRows
        label={label}
        startAt={startAt}
        entries={entries}
        draw={(index, measure) => {
          const entry = entries[index]
          return entry && draw(entry, { index, measure })
        }}
        frame={(children) => frame(children, entries.length + 1)}
      />
    )
  }
  return (
    <Suspense
      fallback={
        // As tall as the window, so that content below isn't visible first and then pushed down.
        <div className="min-h-screen">
          <RowsSkeleton />
        </div>
      }
    >
      {drawAll()}
      {after}
    </Suspense>
  )
}
