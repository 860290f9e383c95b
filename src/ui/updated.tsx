import { useEffect, useState } from 'react'

import { Button } from './button.tsx'

/** Below this many seconds nobody counts. */
const JUST_NOW = 5

/** "just now", "12 s ago", "3 min ago", "2 h ago". */
const age = (at: number): string => {
  const seconds = Math.floor((Date.now() - at) / 1000)
  if (seconds < JUST_NOW) return 'just now'
  if (seconds < 60) return `${String(seconds)} s ago`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${String(minutes)} min ago` : `${String(Math.floor(minutes / 60))} h ago`
}

interface UpdatedProps {
  /** When the answer that is shown came, in milliseconds of the epoch; 0 while there is none. */
  at: number
  /** It is being asked for again. */
  busy: boolean
  /** What is refreshed, where a page has several: "metrics". */
  what?: string
  onRefresh: () => void
}

/** How old what is shown is, counting on by itself, and Refresh. Not announced: it would never stop talking. */
export const Updated = ({ at, busy, what, onRefresh }: UpdatedProps) => {
  // Nothing is painted again before the words change.
  const [, setWords] = useState('')
  useEffect(() => {
    const timer = setInterval(() => {
      setWords(age(at))
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [at])
  return (
    <div className="flex items-center gap-3 print:hidden">
      {/* As wide as its longest words, in two lines on a phone: nothing moves when they come, or change. */}
      <span className="text-xs text-muted max-sm:min-h-9 max-sm:w-20 sm:min-w-32 sm:text-right sm:whitespace-nowrap">
        {at > 0 && `Updated ${age(at)}`}
      </span>
      <Button icon="refresh" busy={busy} onClick={onRefresh} aria-label={what && `Refresh ${what}`}>
        Refresh
      </Button>
    </div>
  )
}
