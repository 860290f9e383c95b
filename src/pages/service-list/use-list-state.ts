import { useDeferredValue } from 'react'

import { useSearchInUrl } from '../../features/search/use-search-in-url.ts'
import { storedItem } from '../../lib/browser-storage.ts'
import { formatSort, parseSort, type Sort } from '../../ui/table/column.ts'

/** Where a choice of columns is remembered: `name,ca,plan`. */
export const COLUMNS_KEY = 'service-columns'

/** The column by which the list is sorted unless its URL says otherwise. */
const USUAL_SORT = 'name'

interface View {
  readonly search: string
  readonly sort: Sort
  /** Ids of the shown columns, separated by commas; '' for the default. */
  readonly columns: string
}

/** The list's search, sort and columns, in the URL. */
export const useListState = () => {
  const { params, text, search, settle, write } = useSearchInUrl()
  const sort = parseSort(params.get('sort'), USUAL_SORT)
  const columns = params.get('columns') ?? storedItem(COLUMNS_KEY) ?? ''
  return {
    text,
    /** Lags behind `text` with many rows, so that typing stays smooth. */
    filter: useDeferredValue(text).trim(),
    sort,
    columns,
    search,
    settle,
    /** Changes what is shown, at once. */
    write: ({ sort: order, ...change }: Partial<View>) => {
      write({ ...change, ...(order && { sort: formatSort(order, USUAL_SORT) }) })
    },
  }
}

export type ListState = ReturnType<typeof useListState>
