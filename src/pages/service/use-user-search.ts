import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Browsers limit how often a page may change its URL; nobody shares a half-typed word. */
const URL_DELAY_MS = 200

/** The search over users, and whose credentials are open. Both live in the URL; the field runs ahead of it. */
export const useUserSearch = () => {
  const [params, setParams] = useSearchParams()
  const inUrl = params.get('search') ?? ''
  const [text, setText] = useState(inUrl)
  const [known, setKnown] = useState(inUrl)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // Someone else wrote the URL (back, forward, a link): the field follows.
  if (inUrl !== known) {
    setKnown(inUrl)
    setText(inUrl)
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )

  /** Writes all at once: two updates in a row would start from the same old URL, and the first be lost. */
  const write = (entries: Record<string, string>) => {
    clearTimeout(timer.current)
    if (entries['search'] !== undefined) setKnown(entries['search'])
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
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
    search: (next: string) => {
      setText(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        write({ search: next })
      }, URL_DELAY_MS)
    },
    /** The user whose credentials are open, or null. */
    opened: params.get('user'),
    open: (username: string | undefined) => {
      write({ search: text, user: username ?? '' })
    },
  }
}
