import { lazy, Suspense } from 'react'

/** The page goes first, with whatever it asks for. */
const LATER_MS = 4000

const Badge = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, LATER_MS))
  try {
    return { default: (await import('./attention-badge.tsx')).AttentionBadge }
  } catch {
    // Code that does not come costs a number, no more.
    return { default: () => null }
  }
})

/** How many certificates need attention: a number that comes later, with code that comes later. */
export const AttentionCount = () => (
  <Suspense>
    <Badge />
  </Suspense>
)
