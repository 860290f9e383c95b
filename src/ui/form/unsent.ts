import { createContext, use, useEffect } from 'react'

/** Counts what holds something that isn't sent; undefined where nobody asks before it is left behind. */
export const UnsentContext = createContext<((more: 1 | -1) => void) | undefined>(undefined)

/** @param holds what is shown holds something that was typed or chosen, and isn't sent yet */
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
