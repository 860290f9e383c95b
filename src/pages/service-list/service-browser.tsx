import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'

import { formatNumber } from '../../lib/format-number.ts'
import { Note } from '../../ui/notice.tsx'
import { formatCount } from '../../ui/relative-time.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { RowsSkeleton } from './list-skeleton.tsx'
import { sortRows, type ServiceRow, type CaAnswer } from './service-rows.ts'
import type { Column } from './service-columns.tsx'
import { ServicesTable } from './services-table.tsx'
import { useLater } from './use-later.ts'
import { useListState } from './use-list-state.ts'

/** Above this many rows only those in sight are in the document (and the browser's own search finds only them). */
const WINDOWED_FROM = 300

const NOT_DRAWN: readonly ServiceRow[] = []

/** A list has been drawn in this tab: whoever comes back to it finds it at once, as far down as it was. */
let drawnBefore = false

const WindowedTable = lazy(async () => ({
  default: (await import('./windowed/windowed-table.tsx')).WindowedTable,
}))

interface ServiceBrowserProps {
  /** Whose services: "project demo-shop". */
  scope: string
  rows: readonly ServiceRow[]
  /** Each project's CA. */
  cas: ReadonlyMap<string, CaAnswer>
  /** The usual columns. */
  columns: readonly Column[]
  /** Sentences about services that could not be read. */
  problems: readonly string[]
}

/** Services to search, sort, choose from and select: of one project or of several. */
export const ServiceBrowser = ({ scope, rows: plain, cas, columns: usual, problems }: ServiceBrowserProps) => {
  const list = useListState()
  const { filter, sort } = list
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const select = useCallback((key: string) => {
    setSelected((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])

  const isUsual = list.columns === '' && usual.some(({ id }) => id === sort.column)
  // Health comes with the rest: what is sorted by it waits.
  const later = useLater(filter !== '' || !isUsual || sort.column === 'expires')
  const rows = useMemo(() => later?.withHealth(plain, cas) ?? plain, [later, plain, cas])
  const offered = useMemo(() => (later ? [...usual, ...later.MORE_COLUMNS] : usual), [usual, later])
  const columns = useMemo(() => {
    const chosen = list.columns.split(',')
    return list.columns === '' ? usual : offered.filter(({ id, fixed }) => fixed || chosen.includes(id))
  }, [list.columns, usual, offered])

  const value = (offered.find(({ id }) => id === sort.column) ?? usual[0])?.value
  const sorted = useMemo(() => (value ? sortRows(rows, value, sort.descending) : rows), [rows, value, sort.descending])
  const shown = useMemo(() => later?.filterRows(sorted, filter) ?? sorted, [later, sorted, filter])

  /** What is looked for is not known yet. */
  const waiting = /\bexpires:/i.test(filter) && rows.some(({ health }) => health === undefined)

  // Rows are drawn in slices, between which the browser paints and listens; at first the list's frame comes before them.
  const [atFirst] = useState(drawnBefore ? shown : NOT_DRAWN)
  const drawn = useDeferredValue(shown, atFirst)
  useEffect(() => {
    drawnBefore = true
  }, [])

  const total = formatCount(rows.length, 'service')
  const tableProps = {
    columns,
    sort,
    selected,
    onSelect: select,
    onSort: (order: typeof sort) => {
      list.write({ sort: order })
    },
  }
  return (
    <div className="space-y-4">
      <div className="space-y-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <TextField
            ref={field}
            label="Search services"
            placeholder="Name, type, plan, cloud or tag"
            value={list.text}
            onChange={list.search}
            onBlur={list.settle}
          />
          <p role="status" className="text-muted">
            {filter === '' ? total : `${formatNumber(shown.length)} of ${total}`}
          </p>
        </div>
        <div className="min-h-8 print:hidden">
          {later && (
            <later.ListTools list={list} field={field} table={table} rows={rows} usual={usual} offered={offered} />
          )}
        </div>
      </div>
      {later && <later.EndedCas rows={rows} />}
      {problems.length > 0 && (
        <Note testId="unread">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Note>
      )}
      <div ref={table} className={later && 'print:hidden'}>
        {((drawn === NOT_DRAWN && shown.length > 0) || (waiting && shown.length === 0)) && <RowsSkeleton />}
        {drawn.length > 0 &&
          (rows.length > WINDOWED_FROM ? (
            <Suspense fallback={<RowsSkeleton />}>
              <WindowedTable rows={drawn} {...tableProps} />
            </Suspense>
          ) : (
            <ServicesTable rows={drawn} {...tableProps} />
          ))}
      </div>
      {later && (
        <>
          {shown.length === 0 && rows.length > 0 && !waiting && <later.NoMatch list={list} field={field} />}
          <later.SelectionBar rows={rows} shown={shown} selected={selected} onSelect={setSelected} />
          <later.PrintView scope={scope} search={filter} rows={shown} />
        </>
      )}
    </div>
  )
}
