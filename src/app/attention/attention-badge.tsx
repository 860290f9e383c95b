import { useEffect, useState } from 'react'

import { useBackend } from '../../api/use-api.ts'
import { watchAttention } from './attention.ts'

/** How many certificates need attention; nothing if unknown or zero. */
export const AttentionBadge = () => {
  const backend = useBackend()
  const [{ count, partial }, setFound] = useState({ count: 0, partial: false })
  useEffect(
    () =>
      watchAttention(backend, (next, isPartial) => {
        setFound({ count: next, partial: isPartial })
      }),
    [backend],
  )
  if (count === 0) return null
  return (
    <span className="ml-auto rounded-md bg-required-ground px-1.5 text-xs text-required">
      {count}
      {partial && <span aria-hidden="true">+</span>}
      <span className="sr-only">{partial && ' or more'} need attention</span>
    </span>
  )
}
