import { useEffect, useRef, useState } from 'react'

import { useUrlParams } from '../routing/use-url-params.ts'
import { linkable } from './secret-like.ts'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/**
 * A search field whose text lives in the URL as `search`, beside other parameters. The field runs ahead of the URL. What
 * may be a secret stays in the field: neither the URL nor the history gets it.
 */
export const useSearchInUrl = () => {
  const { params, write: change } = useUrlParams()
  const inUrl = params.get('search') ?? ''
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

  /** Writes parameters at once, and with them what was typed; '' takes one out of the URL. */
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
    /** Whoever leaves the field may be about to leave the page: the URL must not come limping after. */
    settle: () => {
      clearTimeout(timer.current)
      if (linkable(text) !== inUrl) write({})
    },
    write,
  }
}
