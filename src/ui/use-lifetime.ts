import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * A signal that aborts when the component goes: what was begun for it must not act after it.
 * Call the function when something begins, and look at the signal when it is done.
 */
export const useLifetime = (): (() => AbortSignal) => {
  const [controller] = useState(() => new AbortController())
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      // While developing, React lets a new component go and come back at once: what a fast click began lives on.
      queueMicrotask(() => {
        if (!here.current) controller.abort()
      })
    }
  }, [controller])
  return useCallback(() => controller.signal, [controller])
}
