import { useEffect, useState } from 'react'

import { useBackend } from '../../api/use-api.ts'
import { watchAttention } from './attention.ts'

/** How many certificates need attention; nothing if unknown or zero. */
export const AttentionBadge = () => {
  const backend = useBackend()
  const [count, setCount] = useState(0)
  useEffect(() => watchAttention(backend, setCount), [backend])
  if (count === 0) return null
  return (
    <span className="ml-auto rounded-md bg-required-ground px-1.5 text-xs text-required">
      {count}
      <span className="sr-only"> need attention</span>
    </span>
  )
}
