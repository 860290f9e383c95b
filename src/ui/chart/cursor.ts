/** The moment that all charts of a page highlight. Kept outside React state, so that moving the pointer redraws no line. */
import { useEffect, useState, useSyncExternalStore } from 'react'

export interface Cursor {
  /** Milliseconds since 1970; undefined if nothing is highlighted. */
  readonly get: () => number | undefined
  /** Highlights a moment; undefined goes back to the kept one. */
  readonly set: (time: number | undefined) => void
  readonly subscribe: (listener: () => void) => () => void
}

interface KeptCursor extends Cursor {
  readonly keep: (time: number | undefined) => void
}

const createCursor = (): KeptCursor => {
  const listeners = new Set<() => void>()
  let kept: number | undefined
  let pointed: number | undefined
  const change = () => {
    for (const listener of listeners) listener()
  }
  return {
    get: () => pointed ?? kept,
    set: (time) => {
      if (time === pointed) return
      pointed = time
      change()
    },
    keep: (time) => {
      kept = time
      pointed = undefined
      change()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** @param kept the moment to highlight while the pointer is elsewhere: the one in the URL */
export const useCursor = (kept: number | undefined): Cursor => {
  const [cursor] = useState(createCursor)
  useEffect(() => {
    cursor.keep(kept)
  }, [cursor, kept])
  return cursor
}

export const useCursorTime = (cursor: Cursor): number | undefined => useSyncExternalStore(cursor.subscribe, cursor.get)
