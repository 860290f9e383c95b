import { Suspense, useEffect, useState } from 'react'

import { optional } from '../ui/optional.ts'
import { IDLE_MS, idleFor, noteUse } from './kept-token.ts'
import type { Session } from './session.ts'

/** So long before it happens, it is said, so that any movement can stop it. */
const WARNING_MS = 60_000
const LOOK_EVERY_MS = 5000

/** Of assistive technology, `click` and `input` are often all that the page gets. */
const BY_HAND = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'input'] as const

const IdleWarning = optional(async () => (await import('./idle-warning.tsx')).IdleWarning)

/** Signs out whoever has done nothing for long, in any tab: another may sit there now. What refreshes by itself is no use. */
export const IdleSignOut = ({ session }: { session: Session }) => {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    // A page that has just been opened is in use.
    noteUse()
    const look = () => {
      const idle = idleFor()
      if (idle >= IDLE_MS) session.signOut('idle')
      else setDue(idle >= IDLE_MS - WARNING_MS)
    }
    const use = () => {
      // Whoever moves the mouse of a computer that has slept isn't known to be the same.
      if (idleFor() < IDLE_MS) noteUse()
      look()
    }
    for (const event of BY_HAND) addEventListener(event, use, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => {
      for (const event of BY_HAND) removeEventListener(event, use, { capture: true })
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [session])
  return (
    isDue && (
      <Suspense>
        <IdleWarning />
      </Suspense>
    )
  )
}
