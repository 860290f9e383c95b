import { useEffect, useState } from 'react'

/** By then the first page is painted, even on a slow phone. */
export const PAINTED_AFTER_MS = 1000

/** False until the page has had time to paint: delays what users don't look at first, and its code. */
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
