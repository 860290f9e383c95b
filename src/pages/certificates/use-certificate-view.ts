import { useDeferredValue } from 'react'

import { useSearchInUrl } from '../../features/search/use-search-in-url.ts'
import { parseView, viewParams, type CertificateView } from './certificate-view.ts'

/** Filters and order of the inventory. They live in the URL; the search field runs ahead of it while you type. */
export const useCertificateView = () => {
  const { params, text, search, settle, write } = useSearchInUrl()
  return {
    text,
    /** What is shown: lags behind the field when rows are many, so that typing stays smooth. */
    view: { ...parseView(params), search: useDeferredValue(text) },
    search,
    settle,
    change: (change: Partial<CertificateView>) => {
      write(viewParams(change))
    },
  }
}
