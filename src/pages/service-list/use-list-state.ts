import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

import { formatSort, parseSort, type Sort } from './service-rows.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/** Where a choice of columns is remembered: `name,ca,plan`. */
export const COLUMNS_KEY = 'service-columns'

const rememberedColumns = (): string => {
  try {
    return localStorage.getItem(COLUMNS_KEY) ?? ''
  } catch {
    return ''
  }
}

interface View {
  readonly search: string
  readonly sort: Sort
  /** Ids of the shown columns, separated by commas; '' for the usual ones. */
  readonly columns: string
}

/** The list's search, sort and columns. They live in the URL; the field runs ahead of it while one types. */
export const useListState = () => {
  const [params, setParams] = useSearchParams()
  const inUrl = params.get('search') ?? ''
  const sort = parseSort(params.get('sort'))
  const columns = params.get('columns') ?? rememberedColumns()
  const [text, setText] = useState(inUrl)
  /** The search that the field and the URL last agreed upon, or soon will. */
  const [written, setWritten] = useState(inUrl)
  const [seen, setSeen] = useState(inUrl)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (inUrl !== seen) {
    setSeen(inUrl)
    // Someone else wrote the URL (back, forward, a link): the field follows.
    if (inUrl !== written) {
      setWritten(inUrl)
      setText(inUrl)
    }
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  /** Writes all at once: two updates in a row would start from the same old URL, and the first be lost. */
  const write = (change: Partial<View>) => {
    clearTimeout(timer.current)
    const next = { search: text, sort, columns, ...change }
    setText(next.search)
    setWritten(next.search)
    setParams(
      (previous) => {
        const url = new URLSearchParams(previous)
        for (const [name, value] of Object.entries({ ...next, sort: formatSort(next.sort) })) {
          if (value === '') url.delete(name)
          else url.set(name, value)
        }
        return url
      },
      { replace: true },
    )
  }

  return {
    text,
    /** Lags behind `text` when rows are many, so that typing stays smooth. */
    filter: useDeferredValue(text).trim(),
    sort,
    columns,
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        write({ search: next })
      }, URL_DELAY_MS)
    },
    /** Whoever leaves the field may be about to leave the page: the URL must not come limping after. */
    settle: () => {
      if (text !== inUrl) write({})
    },
    /** Changes what is shown, at once. */
    write,
  }
}

export type ListState = ReturnType<typeof useListState>
