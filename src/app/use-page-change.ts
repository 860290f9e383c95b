import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

import { useArrival } from '../features/routing/arrival.ts'
import { announce } from '../ui/announcer.tsx'
import { scrollBack } from './scroll-back.ts'

/** Long enough for the new page to have set its title. */
const TITLE_MS = 100

/** How far down each entry of the history was, by its key: for back and forward. */
const positions = new Map<string, number>()

/**
 * What a full page load would do: a page opens at its top or, on the way back, where it was; focus goes to it;
 * screen readers are told its title. (The router's own ScrollRestoration does the first of these, for 0.9 kB.)
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
  /** Ends going back to where the page was; undefined when nothing of the kind is under way. */
  const going = useRef<() => void>(undefined)

  useLayoutEffect(() => {
    const { pathname: before, key: beforeKey } = shown.current
    shown.current = { pathname, key }
    // Where the page is now isn't asked: that would lay it out before it is whole.
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
    // On the way back the browser would scroll before the page is there. After a reload it is the one that knows.
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
