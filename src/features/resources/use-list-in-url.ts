import { useState } from 'react'

import { useSearchInUrl } from '../search/use-search-in-url.ts'

type Entries = Readonly<Record<string, string>>

/**
 * The state of a page that lists things of a service: search, open dialog (`do`) and open row are in the URL; also the
 * result of the last change.
 * @param ofDialog the parameter, if any, that names the dialog's subject; removed when the dialog closes
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
    /**
     * The name in a parameter of the URL, if the list doesn't have it. A dialog says so itself, and the last change may
     * have removed it.
     */
    missing: (parameter: string, has: (name: string) => boolean): string | undefined => {
      const name = params.get(parameter) ?? ''
      return name === '' || params.has('do') || outcome !== undefined || has(name) ? undefined : name
    },
    /** Opens a dialog or a row, and removes the last result. */
    open: (entries: Entries) => {
      setOutcome(undefined)
      write(entries)
    },
    close: () => {
      write(closed)
    },
    /** Called when the dialog's change is made. */
    done: (said: string, entries: Entries = {}) => {
      setOutcome(said)
      write({ ...closed, ...entries })
    },
    clearSearch: () => {
      write({ search: '' })
    },
  }
}
