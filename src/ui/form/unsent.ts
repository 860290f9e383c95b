import { createContext, use, useEffect } from 'react'

/** Counts the parts with unsent input; undefined if nothing asks before leaving. */
export const UnsentContext = createContext<((more: 1 | -1) => void) | undefined>(undefined)

/** @param holds whether there is unsent input */
export const useUnsent = (holds: boolean): void => {
  const count = use(UnsentContext)
  useEffect(() => {
    if (!holds) return
    count?.(1)
    return () => {
      count?.(-1)
    }
  }, [count, holds])
}
