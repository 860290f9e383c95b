import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'

import { formatCount, formatNumber } from '../../lib/format-number.ts'
import { Note } from '../../ui/notice.tsx'
import { sortRows } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { RowsSkeleton } from '../../ui/table/rows-skeleton.tsx'
import { SearchField } from '../../features/search/search-field.tsx'
import type { CaAnswer, ServiceRow } from './service-rows.ts'
import type { ServiceColumn } from './service-columns.tsx'
import type { DownloadCa } from './row-actions.tsx'
import { useExtras } from './use-extras.ts'
import { useListState } from './use-list-state.ts'

/** Rows with equal values are sorted by name. */
const BY_NAME = { column: 'name', descending: false }

const keyOf = ({ key }: ServiceRow): string => key

const nameOf = ({ service }: ServiceRow): string => service.service_name

const NOT_DRAWN: readonly ServiceRow[] = []

/** A list was rendered in this tab before: on return it appears at once, at the same scroll position. */
let drawnBefore = false

interface ServiceBrowserProps {
  /** Whose services: "project demo-shop". */
  scope: string
  rows: readonly ServiceRow[]
  /** Place for content about the whole list. */
  besideHeading: HTMLElement | null
  /** Each project's CA. */
  cas: ReadonlyMap<string, CaAnswer>
  /** The default columns. */
  columns: readonly ServiceColumn[]
  /** Extra optional columns of this list; those of every list are added automatically. */
  more?: readonly ServiceColumn[]
  /** Sentences about services that couldn't be read. */
  problems: readonly string[]
}

const NO_MORE: readonly ServiceColumn[] = []

/** Services to search, sort, choose from and select: of one project or of several. */
export const ServiceBrowser = ({
  scope,
  besideHeading,
  rows: plain,
  cas,
  columns: usual,
  more = NO_MORE,
  problems,
}: ServiceBrowserProps) => {
  const list = useListState()
  const { filter, sort } = list
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const select = useMemo(
    () => ({
      nameOf,
      onSelect: (key: string) => {
        setSelected((before) => {
          const next = new Set(before)
          if (!next.delete(key)) next.add(key)
          return next
        })
      },
    }),
    [],
  )

  const isUsual = list.columns === '' && usual.some(({ id }) => id === sort.column)
  // Health is loaded with the extras, so sorting by it waits.
  const extras = useExtras(filter !== '' || !isUsual || sort.column === 'expires')
  const download = useRef<DownloadCa>(null)
  const actions = useMemo(
    () => extras && ((row: ServiceRow) => <extras.RowActions row={row} download={download} />),
    [extras],
  )
  const rows = useMemo(() => extras?.withHealth(plain, cas) ?? plain, [extras, plain, cas])
  const offered = useMemo(() => [...usual, ...more, ...(extras?.MORE_COLUMNS ?? [])], [usual, more, extras])
  const columns = useMemo(() => {
    const chosen = list.columns.split(',')
    if (list.columns === '') return usual
    // Chosen columns are shown even if there is little room.
    return offered.flatMap(({ stacked, ...column }) =>
      column.fixed || chosen.includes(column.id)
        ? [{ ...column, ...(stacked !== undefined && stacked !== 'roomy' && { stacked }) }]
        : [],
    )
  }, [list.columns, usual, offered])

  const byName = useMemo(() => sortRows(rows, usual, BY_NAME), [rows, usual])
  const sorted = useMemo(() => sortRows(byName, offered, sort), [byName, offered, sort])
  const shown = useMemo(() => extras?.filterRows(sorted, filter) ?? sorted, [extras, sorted, filter])

  /** The data for the search isn't loaded yet. */
  const waiting = /\bexpires:/i.test(filter) && rows.some(({ health }) => health === undefined)

  // Rows render in slices, between which the browser paints and handles input; the list's frame comes first.
  const [atFirst] = useState(drawnBefore ? shown : NOT_DRAWN)
  const drawn = useDeferredValue(shown, atFirst)
  useEffect(() => {
    drawnBefore = true
  }, [])

  const total = formatCount(rows.length, 'service')
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 print:hidden">
        <div className="w-full lg:w-72">
          <SearchField
            ref={field}
            label="Search services"
            placeholder="Name, type, plan, cloud or tag"
            value={list.text}
            onChange={list.search}
            onBlur={list.settle}
          />
        </div>
        <p role="status" className="whitespace-nowrap text-muted">
          {filter === '' ? total : `${formatNumber(shown.length)} of ${total}`}
        </p>
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-2 max-lg:basis-full max-sm:min-h-18">
          {extras && (
            <extras.ListTools list={list} field={field} table={table} rows={rows} usual={usual} offered={offered} />
          )}
        </div>
      </div>
      {extras && <extras.EndedCas rows={rows} place={besideHeading} />}
      {problems.length > 0 && (
        <Note testId="unread">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Note>
      )}
      <div ref={table} className={extras && 'print:hidden'}>
        {((drawn === NOT_DRAWN && shown.length > 0) || (waiting && shown.length === 0)) && <RowsSkeleton />}
        {drawn.length > 0 && (
          <DataTable
            label="Services"
            dense
            columns={columns}
            rows={drawn}
            total={rows.length}
            keyOf={keyOf}
            sort={sort}
            onSort={(order) => {
              list.write({ sort: order })
            }}
            select={select}
            selected={selected}
            actions={actions}
          />
        )}
      </div>
      {extras && (
        <>
          {shown.length === 0 && rows.length > 0 && !waiting && <extras.NoMatch list={list} field={field} />}
          <div className="sticky bottom-2 z-10 space-y-2">
            <extras.RowDownload ref={download} />
            <extras.SelectionBar rows={rows} shown={shown} selected={selected} onSelect={setSelected} />
          </div>
          <extras.PrintView scope={scope} search={filter} rows={shown} />
        </>
      )}
    </div>
  )
}
