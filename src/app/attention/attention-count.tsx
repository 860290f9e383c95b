import { lazy, Suspense } from 'react'

import { useAfterPaint } from '../../ui/use-after-paint.ts'

const Badge = lazy(async () => {
  try {
    return { default: (await import('./attention-badge.tsx')).AttentionBadge }
  } catch {
    // Code that does not come costs a number, no more.
    return { default: () => null }
  }
})

/** How many certificates need attention: the number comes when it is known, with code of its own. */
export const AttentionCount = () => {
  const painted = useAfterPaint()
  return <Suspense>{painted && <Badge />}</Suspense>
}
