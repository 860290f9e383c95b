import { useLayoutEffect, type RefObject } from 'react'

/**
 * When an element goes while something in it has the focus (Retry that worked, Save that was sent), the focus goes to the
 * part of the page around it, not back to the top.
 */
export const useFocusLeft = (ref: RefObject<HTMLElement | null>) => {
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (!element?.contains(document.activeElement)) return
      element.closest<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true })
    }
  }, [ref])
}
