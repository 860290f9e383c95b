import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps content below the rows in place while rows are measured: otherwise a button there would move away from the
 * finger, and the click would be lost. Only while the end of the rows is visible, and the rows are the same.
 * @returns whether the end is held: then nothing else may scroll to compensate a row's new height
 */
export const useSteadyEnd = (ref: RefObject<HTMLElement | null>, entries: readonly unknown[]): (() => boolean) => {
  /** The entries, and the position of their end in the window. */
  const end = useRef({ entries, at: Infinity })
  const isHeld = () => end.current.at < innerHeight
  useLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const { entries: before, at } = end.current
    if (before === entries && at < innerHeight) scrollBy(0, element.getBoundingClientRect().bottom - at)
    end.current = { entries, at: element.getBoundingClientRect().bottom }
  })
  useEffect(() => {
    const look = () => {
      if (ref.current) end.current.at = ref.current.getBoundingClientRect().bottom
    }
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [ref])
  return isHeld
}
