import { useDeferredValue, useState, type ReactNode } from 'react'

import { formatNumber } from '../../../lib/format-number.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { SearchField } from '../../../features/search/search-field.tsx'

/** Number of rows shown at first, so that the content below the table stays within reach. */
const AT_FIRST = 20

interface SearchableTableProps<Row> {
  label: string
  /** The search field's name. */
  searchLabel: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** Text of a row to search. */
  textOf: (row: Row) => string
  empty: ReactNode
}

/** A table within a page of other things: its first rows, then all of them on request; a search where there are many. */
export const SearchableTable = <Row,>(props: SearchableTableProps<Row>) => {
  const { label, searchLabel, columns, rows, keyOf, textOf, empty } = props
  const [text, setText] = useState('')
  const [all, setAll] = useState(false)
  const searched = useDeferredValue(text).trim()
  const holdsAll = wordTest(searched)
  const found = searched === '' ? rows : rows.filter((row) => holdsAll(textOf(row)))
  const shown = all ? found : found.slice(0, AT_FIRST)
  if (rows.length === 0) return empty
  return (
    <div className="space-y-2">
      {rows.length > AT_FIRST && (
        <div className="flex flex-wrap items-center gap-3">
          <SearchField label={searchLabel} value={text} onChange={setText} />
          <p role="status" className="text-muted">
            {searched === '' ? '' : `${formatNumber(found.length)} of `}
            {formatNumber(rows.length)}
          </p>
        </div>
      )}
      <DataTable
        label={label}
        columns={columns}
        rows={shown}
        total={all ? rows.length : shown.length}
        keyOf={keyOf}
        empty={<p className="text-muted">Nothing matches the search.</p>}
      />
      {found.length > shown.length && (
        <Button
          variant="quiet"
          onClick={() => {
            setAll(true)
          }}
        >{`Show all ${formatNumber(found.length)}`}</Button>
      )}
    </div>
  )
}
