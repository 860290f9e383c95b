import { startTransition, use, useEffect, useState } from 'react'

import type * as extras from './extras.ts'

type Extras = typeof extras

/** By then the list is painted, and the user hasn't typed a word yet. */
const AFTER_PAINT_MS = 300

let loading: Promise<Extras> | undefined
let arrived = false

const load = (): Promise<Extras> => (loading ??= import('./extras.ts'))

/**
 * Loads the extra features of the list (filter words, suggestions, columns, health, selection) after the list is painted.
 * @param needed the URL needs these features, so the list waits for them
 */
export const useExtras = (needed: boolean): Extras | undefined => {
  const [there, setThere] = useState(arrived)
  useEffect(() => {
    if (there) return
    const arrive = () => {
      arrived = true
      // The current content stays until the extras are loaded.
      startTransition(() => {
        setThere(true)
      })
    }
    const timer = setTimeout(() => {
      // A failed load is reported when the features are needed.
      load().then(arrive, () => undefined)
    }, AFTER_PAINT_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [there])
  return needed || there ? use(load()) : undefined
}
