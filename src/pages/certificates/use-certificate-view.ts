import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

import { formatView, parseView, type CertificateView } from './certificate-view.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/** Filters and order of the inventory. They live in the URL; the search field runs ahead of it while one types. */
export const useCertificateView = () => {
  const [params, setParams] = useSearchParams()
  const inUrl = parseView(params)
  const [text, setText] = useState(inUrl.search)
  /** The search that the field and the URL last agreed upon, or soon will. */
  const [written, setWritten] = useState(inUrl.search)
  const [seen, setSeen] = useState(inUrl.search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (inUrl.search !== seen) {
    setSeen(inUrl.search)
    // Someone else wrote the URL (back, forward, a link): the field follows.
    if (inUrl.search !== written) {
      setWritten(inUrl.search)
      setText(inUrl.search)
    }
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  /** Always with the text of the field: what is still to be written must not be lost to another choice. */
  const change = (patch: Partial<CertificateView>) => {
    clearTimeout(timer.current)
    const next = { ...inUrl, search: text, ...patch }
    setWritten(next.search)
    setParams((previous) => formatView(next, previous), { replace: true })
  }

  return {
    text,
    /** What is shown: lags behind the field when rows are many, so that typing stays smooth. */
    view: { ...inUrl, search: useDeferredValue(text) },
    change,
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        change({ search: next })
      }, URL_DELAY_MS)
    },
    clear: () => {
      setText('')
      change({ search: '', state: '', kind: '', project: '' })
    },
    /** Whoever leaves the field may be about to leave the page: the URL must not come limping after. */
    settle: () => {
      if (text !== inUrl.search) change({})
    },
  }
}
