import { useEffect, useState } from 'react'

/** So long the answers of all projects are waited for. */
const LONGEST_WAIT_MS = 1000

/**
 * Whether a list over all projects shows what there is: once all have answered, or after a second whatever has come. Rows
 * that come later push those below them away.
 */
export const useAllOrSome = (some: boolean, all: boolean): boolean => {
  const [waited, setWaited] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setWaited(true)
    }, LONGEST_WAIT_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return all || (some && waited)
}
