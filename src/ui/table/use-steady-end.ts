import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

/**
 * Keeps what stands below the rows in its place while rows learn their heights: a button there would slip from under
 * the finger, and the click would be lost. Only while the rows' end is in sight, and the rows are the same.
 * @returns whether the end is held: then nothing else may scroll for a row's new height
 */
export const useSteadyEnd = (ref: RefObject<HTMLElement | null>, entries: readonly unknown[]): (() => boolean) => {
  /** Of which entries it is, and where their end stands in the window. */
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
