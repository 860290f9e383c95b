import { useEffect, useRef, useState } from 'react'

import { useUrlParams } from '../routing/use-url-params.ts'
import { linkable } from './secret-like.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/**
 * A search field whose text is in the URL as `search`, beside other parameters. The URL follows the field after a short
 * delay. A possible secret stays in the field, and reaches neither the URL nor the history.
 */
export const useSearchInUrl = () => {
  const { params, write: change } = useUrlParams()
  const inUrl = params.get('search') ?? ''
  const [text, setText] = useState(inUrl)
  /** The search that was last written to the URL, or read from it. */
  const [written, setWritten] = useState(inUrl)
  const [seen, setSeen] = useState(inUrl)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (inUrl !== seen) {
    setSeen(inUrl)
    // The URL changed elsewhere (back, forward, a link): the field follows.
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

  /** Writes parameters at once, together with the typed text; '' removes one from the URL. */
  const write = ({ search = text, ...others }: Readonly<Record<string, string>>) => {
    clearTimeout(timer.current)
    setText(search)
    setWritten(linkable(search))
    change((url) => {
      for (const [name, value] of Object.entries({ search: linkable(search), ...others })) {
        if (value === '') url.delete(name)
        else url.set(name, value)
      }
    })
  }

  return {
    params,
    text,
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        write({ search: next })
      }, URL_DELAY_MS)
    },
    /** Leaving the field may mean leaving the page, so the URL is written at once. */
    settle: () => {
      clearTimeout(timer.current)
      if (linkable(text) !== inUrl) write({})
    },
    write,
  }
}
