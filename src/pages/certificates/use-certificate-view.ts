import { useDeferredValue } from 'react'

import { useSearchInUrl } from '../../features/search/use-search-in-url.ts'
import { parseView, viewParams, type CertificateView } from './certificate-view.ts'

/** Filters and order of the inventory, in the URL, which follows the search field while you type. */
export const useCertificateView = () => {
  const { params, text, search, settle, write } = useSearchInUrl()
  return {
    text,
    /** The applied view: lags behind the field with many rows, so that typing stays smooth. */
    view: { ...parseView(params), search: useDeferredValue(text) },
    search,
    settle,
    change: (change: Partial<CertificateView>) => {
      write(viewParams(change))
    },
  }
}
