import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

import { useArrival } from '../features/routing/arrival.ts'
import { announce } from '../ui/announcer.tsx'
import { scrollBack } from './scroll-back.ts'

/** Time for the new page to set its title. */
const TITLE_MS = 100

/** Scroll positions of history entries, by key, for back and forward. */
const positions = new Map<string, number>()

/**
 * Does what a full page load would do: opens a page at its top or, on Back, at its last position; moves the focus to it;
 * announces its title. (The router's own ScrollRestoration does the first of these, for 0.9 kB.)
 */
export const usePageChange = (main: RefObject<HTMLElement | null>): void => {
  const { pathname, key } = useLocation()
  const arrival = useArrival()
  const outcome = useRef(arrival)
  useEffect(() => {
    outcome.current = arrival
  }, [arrival])
  const navigation = useNavigationType()
  const shown = useRef({ pathname, key })
  /** Stops restoring the scroll position; undefined if that isn't running. */
  const going = useRef<() => void>(undefined)

  useLayoutEffect(() => {
    const { pathname: before, key: beforeKey } = shown.current
    shown.current = { pathname, key }
    // Doesn't read the current scroll position: that would force a layout before the page is complete.
    if (before === pathname) positions.set(key, positions.get(beforeKey) ?? 0)
    else {
      going.current?.()
      const top = navigation === NavigationType.Pop ? (positions.get(key) ?? 0) : 0
      positions.set(key, top)
      if (top === 0) scrollTo(0, 0)
      else {
        going.current = scrollBack(top, () => {
          going.current = undefined
        })
      }
    }
  }, [pathname, key, navigation])

  useEffect(() => {
    const remember = () => {
      if (!going.current) positions.set(shown.current.key, scrollY)
    }
    // On Back, the browser would scroll before the page is there. After a reload, the browser knows the position.
    const own = () => {
      history.scrollRestoration = 'manual'
    }
    const browsers = () => {
      history.scrollRestoration = 'auto'
    }
    own()
    addEventListener('scroll', remember, { passive: true })
    addEventListener('pageshow', own)
    addEventListener('pagehide', browsers)
    return () => {
      removeEventListener('scroll', remember)
      removeEventListener('pageshow', own)
      removeEventListener('pagehide', browsers)
      browsers()
    }
  }, [])

  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
    const timer = setTimeout(() => {
      announce([outcome.current, document.title].filter(Boolean).join(' '))
    }, TITLE_MS)
    return () => {
      clearTimeout(timer)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- runs because the path changed
  }, [main, pathname])
}
