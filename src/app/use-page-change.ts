import { useEffect, useRef, type RefObject } from 'react'
import { useLocation } from 'react-router'

import { announce } from '../ui/announcer.tsx'

/** Long enough for the new page to have set its title. */
const TITLE_MS = 100

/** What a full page load would do: focus goes to the new page, and screen readers are told its title. */
export const usePageChange = (main: RefObject<HTMLElement | null>): void => {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
    const timer = setTimeout(() => {
      announce(document.title)
    }, TITLE_MS)
    return () => {
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- runs because the path changed
  }, [main, pathname])
}
