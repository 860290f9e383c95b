import { useCallback, useEffect, useRef } from 'react'

/**
 * A signal that aborts when the component goes: what was begun for it must not act after it.
 * Call the function when something begins, and look at the signal when it is done.
 */
export const useLifetime = (): (() => AbortSignal) => {
  const controller = useRef(new AbortController())
  useEffect(() => {
    // React may run effects twice while developing: a component that came back lives again.
    if (controller.current.signal.aborted) controller.current = new AbortController()
    return () => {
      controller.current.abort()
    }
  }, [])
  return useCallback(() => controller.current.signal, [])
}
