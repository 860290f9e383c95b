import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { NavigationType, useNavigationType, useSearchParams } from 'react-router'

import { formatSort, parseSort, type Sort } from './service-rows.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/** The list's search and sort. They live in the URL; the field runs ahead of it while one types. */
export const useListState = () => {
  const [params, setParams] = useSearchParams()
  const navigation = useNavigationType()
  const inUrl = params.get('search') ?? ''
  const [text, setText] = useState(inUrl)
  const [last, setLast] = useState(inUrl)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (inUrl !== last) {
    setLast(inUrl)
    // Back and forward bring another search with them; our own writing has already been shown.
    if (navigation === NavigationType.Pop) setText(inUrl)
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  const setParam = (name: string, value: string) => {
    setParams(
      (previous) => {
        if (value === '') previous.delete(name)
        else previous.set(name, value)
        return previous
      },
      { replace: true, preventScrollReset: true },
    )
  }

  return {
    text,
    /** Lags behind `text` when rows are many, so that typing stays smooth. */
    filter: useDeferredValue(text),
    sort: parseSort(params.get('sort')),
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        setParam('search', next)
      }, URL_DELAY_MS)
    },
    /** Whoever leaves the field may be about to leave the page: the URL must not come limping after. */
    settle: () => {
      clearTimeout(timer.current)
      if (text !== inUrl) setParam('search', text)
    },
    sortBy: (sort: Sort) => {
      const value = formatSort(sort)
      setParam('sort', value === 'name' ? '' : value)
    },
  }
}
