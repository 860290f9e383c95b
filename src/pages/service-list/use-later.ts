import { use, useEffect, useState } from 'react'

import type * as later from './later/index.ts'

type Later = typeof later

/** The list has been painted by then, and nobody has typed a word yet. */
const AFTER_PAINT_MS = 300

let loading: Promise<Later> | undefined
let loaded: Later | undefined

const load = async (): Promise<Later> => {
  loaded = await import('./later/index.ts')
  return loaded
}

/**
 * What the list can do beyond showing itself (filter words, suggestions, columns, selection): a chunk of its own
 * that comes once the list has been painted.
 * @param needed what the URL asks for cannot be shown without it: then the list waits for it
 */
export const useLater = (needed: boolean): Later | undefined => {
  const [later, setLater] = useState(loaded)
  useEffect(() => {
    if (later) return
    const timer = setTimeout(() => {
      // What does not come is missed, and said, when it is needed.
      ;(loading ??= load()).then(setLater, () => undefined)
    }, AFTER_PAINT_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [later])
  return needed ? use((loading ??= load())) : later
}
