import { useState } from 'react'

import { useSearchInUrl } from '../search/use-search-in-url.ts'

type Entries = Readonly<Record<string, string>>

/**
 * A page that lists things of a service: its search, its open dialog (`do`) and row in the URL, and the result of the last
 * change.
 * @param ofDialog the parameter, if any, that says whom the dialog is about and goes with it
 */
export const useListInUrl = (ofDialog?: string) => {
  const { params, text, search, settle, write } = useSearchInUrl()
  const [outcome, setOutcome] = useState<string>()
  const closed: Entries = ofDialog === undefined ? { do: '' } : { do: '', [ofDialog]: '' }
  return {
    params,
    text,
    /** For `ListTools`. */
    find: { text, search, settle },
    outcome,
    /** Which dialog is open. */
    dialog: params.get('do'),
    write,
    /** Opens a dialog or a row: what was said of the last change goes. */
    open: (entries: Entries) => {
      setOutcome(undefined)
      write(entries)
    },
    close: () => {
      write(closed)
    },
    /** The dialog's change is made. */
    done: (said: string, entries: Entries = {}) => {
      setOutcome(said)
      write({ ...closed, ...entries })
    },
    clearSearch: () => {
      write({ search: '' })
    },
  }
}
