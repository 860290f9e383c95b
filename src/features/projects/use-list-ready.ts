import { useEffect, useState } from 'react'

/** How long to wait for the answers of all projects. */
const LONGEST_WAIT_MS = 1000

/**
 * Whether to show a list over all projects: once all have answered, or after a second with the answers so far. Otherwise
 * rows that arrive late would push others down.
 */
export const useListReady = (some: boolean, all: boolean): boolean => {
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
