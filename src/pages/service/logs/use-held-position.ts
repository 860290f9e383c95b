import { useEffect, useRef, useState } from 'react'

/**
 * New lines are added on top. At the top they are visible; after scrolling down, the view stays in place and shows how
 * many are new.
 * @param top key of the newest line
 * @returns what stands right above the table, and the key of the line that was the newest when it left the window
 */
export const useHeldPosition = (top: string | undefined) => {
  const [sentinel, setSentinel] = useState<HTMLElement | null>(null)
  const [held, setHeld] = useState<string>()
  const latest = useRef(top)
  useEffect(() => {
    latest.current = top
  }, [top])
  useEffect(() => {
    if (!sentinel) return
    const observer = new IntersectionObserver(([entry]) => {
      // Below the window counts as visible.
      const isAbove = entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0
      setHeld((before) => (isAbove ? (before ?? latest.current) : undefined))
    })
    observer.observe(sentinel)
    return () => {
      observer.disconnect()
    }
  }, [sentinel])
  return { setSentinel, held, release: () => sentinel?.scrollIntoView({ block: 'center' }) }
}
