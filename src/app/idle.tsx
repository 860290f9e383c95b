import { Suspense, useEffect, useState } from 'react'

import { optional } from '../ui/optional.ts'
import { IDLE_MS, idleFor, recordActivity } from './stored-token.ts'
import type { Session } from './session.ts'

/** How long before the sign-out the warning appears. */
const WARNING_MS = 60_000
const LOOK_EVERY_MS = 5000

/** Assistive technology often sends only `click` and `input`. */
const BY_HAND = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'input'] as const

const IdleWarning = optional(async () => (await import('./idle-warning.tsx')).IdleWarning)

/** Signs out a user who was inactive in all tabs for long: someone else may be at the computer. Automatic refreshes don't count as activity. */
export const IdleSignOut = ({ session }: { session: Session }) => {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    // Opening a page counts as activity.
    recordActivity()
    const look = () => {
      const idle = idleFor()
      if (idle >= IDLE_MS) session.signOut('idle')
      else setDue(idle >= IDLE_MS - WARNING_MS)
    }
    const use = () => {
      // After sleep, whoever moves the mouse may be someone else.
      if (idleFor() < IDLE_MS) recordActivity()
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
