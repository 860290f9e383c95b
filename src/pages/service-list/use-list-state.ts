import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

import { formatSort, parseSort, type Sort } from './service-rows.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/** The list's search and sort. They live in the URL; the field runs ahead of it while one types. */
export const useListState = () => {
  const [params, setParams] = useSearchParams()
  const inUrl = params.get('search') ?? ''
  const sort = parseSort(params.get('sort'))
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

  /** Writes both at once: two updates in a row would start from the same old URL, and the first be lost. */
  const write = (search: string, order: Sort) => {
    clearTimeout(timer.current)
    setWritten(search)
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        const entries = { search, sort: formatSort(order) }
        for (const [name, value] of Object.entries(entries)) {
          if (value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  }

  return {
    text,
    /** Lags behind `text` when rows are many, so that typing stays smooth. */
    filter: useDeferredValue(text),
    sort,
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        write(next, sort)
      }, URL_DELAY_MS)
    },
    /** Whoever leaves the field may be about to leave the page: the URL must not come limping after. */
    settle: () => {
      if (text !== inUrl) write(text, sort)
    },
    sortBy: (order: Sort) => {
      write(text, order)
    },
  }
}
