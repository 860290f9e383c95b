import type { RefObject } from 'react'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'

import type { ServiceRow } from './service-rows.ts'
import type { ServiceColumn } from './service-columns.tsx'
import type { ListState } from './use-list-state.ts'
import { ColumnChoice } from './column-choice.tsx'
import { FilterChips, SearchProblems } from './search/filter-chips.tsx'
import { QuickChips } from './search/quick-chips.tsx'
import { SavedSearches } from './search/saved-searches.tsx'
import { SearchHelp } from './search/search-help.tsx'
import { useRowKeys } from './use-row-keys.ts'

interface ListToolsProps {
  list: ListState
  field: RefObject<HTMLInputElement | null>
  table: RefObject<HTMLDivElement | null>
  rows: readonly ServiceRow[]
  usual: readonly ServiceColumn[]
  offered: readonly ServiceColumn[]
}

/** Writes stored columns to the URL, so that a copied link shows the same view. */
const useColumnsInUrl = ({ columns, write }: ListState) => {
  const [params] = useSearchParams()
  const missing = columns !== '' && !params.has('columns')
  useEffect(() => {
    if (missing) write({ columns })
    // oxlint-disable-next-line react/exhaustive-deps -- once per view that lacks them; `write` is new each time
  }, [missing])
}

/** The tools between search and table: filter chips, saved searches, columns; also handles the keys. */
export const ListTools = ({ list, field, table, rows, usual, offered }: ListToolsProps) => {
  const [params] = useSearchParams()
  useRowKeys(table, field)
  useColumnsInUrl(list)
  return (
    <>
      <div className="flex flex-1 flex-wrap items-center gap-2">
        <QuickChips
          search={list.text}
          onSearch={(search) => {
            list.write({ search })
          }}
        />
        <div className="flex flex-wrap gap-2 sm:ml-auto">
          <SavedSearches params={params} />
          <ColumnChoice
            usual={usual}
            offered={offered}
            chosen={list.columns}
            onChoose={(columns) => {
              list.write({ columns })
            }}
          />
        </div>
      </div>
      <div className="basis-full empty:hidden">
        <FilterChips
          field={field}
          search={list.text}
          onSearch={(search) => {
            list.write({ search })
          }}
        />
      </div>
      <SearchProblems search={list.filter} />
      <SearchHelp field={field} text={list.text} rows={rows} onText={list.search} />
    </>
  )
}
