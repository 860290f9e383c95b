import { Suspense } from 'react'

import { optional } from '../../ui/optional.ts'
import { useAfterPaint } from '../../ui/use-after-paint.ts'

const Badge = optional(async () => (await import('./attention-badge.tsx')).AttentionBadge)

/** How many certificates need attention. The number has its own code, and appears once known. */
export const AttentionCount = () => {
  const painted = useAfterPaint()
  return <Suspense>{painted && <Badge />}</Suspense>
}
