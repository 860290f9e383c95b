import { useSyncExternalStore } from 'react'

/** Whether the API still takes the token. The only thing about requests that concerns the whole app. */
export interface Session {
  readonly subscribe: (listener: () => void) => () => void
  /** What the API said when it refused the token, or undefined while all is well. */
  readonly refusal: () => string | undefined
  readonly setRefusal: (message: string | undefined) => void
}

export const createSession = (): Session => {
  const listeners = new Set<() => void>()
  let message: string | undefined
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    refusal: () => message,
    setRefusal: (next) => {
      if (message === next) return
      message = next
      for (const listener of listeners) listener()
    },
  }
}

export const useRefusal = ({ subscribe, refusal }: Session): string | undefined =>
  useSyncExternalStore(subscribe, refusal)
