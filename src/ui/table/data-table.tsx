import { lazy, Suspense, useMemo, type ReactNode, type Ref } from 'react'

import type { Column, Sort } from './column.ts'
import { RowsSkeleton } from './rows-skeleton.tsx'
import { TableFrame, TableRow, WideRow, type Select } from './table-parts.tsx'

/** Above this many rows only those in sight are in the document (and the browser's own search finds only them). */
const WINDOWED_FROM = 300

const WindowedRows = lazy(async () => ({ default: (await import('./windowed-rows.tsx')).WindowedRows }))

interface DataTableProps<Row> {
  /** The table's name. */
  label: string
  /** The columns to show; the same array from render to render, as long as they are the same. */
  columns: readonly Column<Row>[]
  /** The rows to show, in their order. */
  rows: readonly Row[]
  /** Rows of two lines each, close to each other. */
  dense?: boolean
  /** How many rows there are before you search: whether the table is windowed doesn't change while you type. */
  total?: number
  keyOf: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Makes rows selectable; the same object from render to render. */
  select?: Select<Row>
  /** Keys of the selected rows. */
  selected?: ReadonlySet<string>
  /**
   * What can be done with a row: stands over the end of the row that is pointed at or has the focus, where the table has room
   * for all its columns. The same function from render to render.
   */
  actions?: ((row: Row) => ReactNode) | undefined
  /** What an opened row shows below itself; undefined for the others. */
  renderDetail?: (row: Row) => ReactNode
  /** Key of the row that the page speaks of. */
  marked?: string | undefined
  /** Key of the row that is to be in sight at first, where the table is windowed. */
  startAt?: string | undefined
  /** A row's `id` in the document, for links to it. */
  idOf?: (row: Row) => string
  /** In the place of a table without rows. */
  empty?: ReactNode
}

interface Entry<Row> {
  readonly key: string
  readonly row: Row
  /** Of an entry that stands below its row. */
  readonly detail?: ReactNode
}

const NONE: ReadonlySet<string> = new Set()

/** Rows with a key of their own each: what the API calls a name may stand there twice. */
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
 * The table of every list: sorted by what its owner keeps in the URL, stacked where it is narrow, and windowed where it is
 * long.
 */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rows, total = rows.length, keyOf, sort, onSort, select, selected = NONE } = props
  const { renderDetail, marked, startAt, idOf, empty, dense = false, actions } = props
  const entries = useMemo(() => toEntries(rows, keyOf, renderDetail), [rows, keyOf, renderDetail])
  const span = columns.length
  const frame = (children: ReactNode, rowCount?: number) => (
    <TableFrame {...{ label, columns, sort, onSort, dense, rowCount }} hasSelection={select !== undefined}>
      {children}
    </TableFrame>
  )
  if (empty !== undefined && rows.length === 0) return empty
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
  if (total <= WINDOWED_FROM) return frame(entries.map((entry) => draw(entry, {})))
  return (
    <Suspense
      fallback={
        // As long as the rows will be: what is below them is not in sight and then pushed away.
        <div className="min-h-screen">
          <RowsSkeleton />
        </div>
      }
    >
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
    </Suspense>
  )
}
