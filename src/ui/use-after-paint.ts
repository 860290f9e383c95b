import { useEffect, useState } from 'react'

/** The first page has been painted by then, on a slow phone as well. */
export const PAINTED_AFTER_MS = 1000

/** False until the page has had time to paint: for what nobody looks at first, and its code. */
export const useAfterPaint = (): boolean => {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setPainted(true)
    }, PAINTED_AFTER_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return painted
}
