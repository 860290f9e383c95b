/** The moment that all figures of a page point at. Outside React's state: moving the pointer repaints no line. */
import { useEffect, useState, useSyncExternalStore } from 'react'

export interface Cursor {
  /** Milliseconds of the epoch; undefined while nobody points. */
  readonly get: () => number | undefined
  /** Points at a moment; undefined goes back to the one that is kept. */
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

/** @param kept the moment to go back to when nobody points: the one in the URL */
export const useCursor = (kept: number | undefined): Cursor => {
  const [cursor] = useState(createCursor)
  useEffect(() => {
    cursor.keep(kept)
  }, [cursor, kept])
  return cursor
}

export const useCursorTime = (cursor: Cursor): number | undefined => useSyncExternalStore(cursor.subscribe, cursor.get)
