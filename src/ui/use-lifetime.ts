import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * A signal that aborts when the component unmounts, so that a task started for it has no effect afterwards. Call the
 * function when the task starts, and check the signal when it is done.
 */
export const useLifetime = (): (() => AbortSignal) => {
  const [controller] = useState(() => new AbortController())
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
      // In development, React unmounts and remounts a new component at once: a task from a fast click survives that.
      queueMicrotask(() => {
        if (!here.current) controller.abort()
      })
    }
  }, [controller])
  return useCallback(() => controller.signal, [controller])
}
