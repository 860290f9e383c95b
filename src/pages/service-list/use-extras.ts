import { startTransition, use, useEffect, useState } from 'react'

import type * as extras from './extras.ts'

type Extras = typeof extras

/** The list has been painted by then, and nobody has typed a word yet. */
const AFTER_PAINT_MS = 300

let loading: Promise<Extras> | undefined
let arrived = false

const load = (): Promise<Extras> => (loading ??= import('./extras.ts'))

/**
 * What the list can do beyond showing itself (filter words, suggestions, columns, health, selection): code that comes
 * once the list has been painted.
 * @param needed what the URL asks for can't be shown without it: then the list waits for it
 */
export const useExtras = (needed: boolean): Extras | undefined => {
  const [there, setThere] = useState(arrived)
  useEffect(() => {
    if (there) return
    const arrive = () => {
      arrived = true
      // What is shown stays until the rest can be.
      startTransition(() => {
        setThere(true)
      })
    }
    const timer = setTimeout(() => {
      // What doesn't come is missed, and said, when it is needed.
      load().then(arrive, () => undefined)
    }, AFTER_PAINT_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [there])
  return needed || there ? use(load()) : undefined
}
