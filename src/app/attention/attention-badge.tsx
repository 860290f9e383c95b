import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { watchAttention } from './attention.ts'

/** How many certificates need attention; nothing until that is known, or where none does. */
export const AttentionBadge = () => {
  const queryClient = useQueryClient()
  const [count, setCount] = useState(0)
  useEffect(() => watchAttention(queryClient, setCount), [queryClient])
  if (count === 0) return null
  return (
    <span className="ml-auto rounded-md bg-required-ground px-1.5 text-xs text-required">
      {count}
      <span className="sr-only"> need attention</span>
    </span>
  )
}
