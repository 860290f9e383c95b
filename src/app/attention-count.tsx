import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** The page goes first: the number waits until nothing is being fetched, and looks so often. */
const LOOK_MS = 2000

/** How many certificates need attention, once that is known. */
export const AttentionCount = () => {
  const queryClient = useQueryClient()
  const [count, setCount] = useState(0)
  useEffect(() => {
    const end = new AbortController()
    const begin = async () => {
      const { watchAttention } = await import('../components/attention.ts')
      if (!end.signal.aborted) end.signal.addEventListener('abort', watchAttention(queryClient, setCount))
    }
    // Code that does not come costs a number, no more.
    const timer = setInterval(() => {
      if (queryClient.isFetching() > 0) return
      clearInterval(timer)
      void begin().catch(() => undefined)
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      end.abort()
    }
  }, [queryClient])
  if (count === 0) return null
  return (
    <span className="ml-auto rounded-md bg-required-ground px-1.5 text-xs text-required">
      {count}
      <span className="sr-only"> need attention</span>
    </span>
  )
}
