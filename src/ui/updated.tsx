import { useEffect, useState } from 'react'

import { Button } from './button.tsx'

/** Below this many seconds, say "just now". */
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
  /** When the shown answer arrived, in milliseconds since 1970; 0 if there is none. */
  at: number
  /** A refresh is running. */
  busy: boolean
  /** What is refreshed, if a page has several: "metrics". */
  what?: string
  onRefresh: () => void
}

/** The age of the shown data, updated continuously, and Refresh. Not announced: screen readers would never stop talking. */
export const Updated = ({ at, busy, what, onRefresh }: UpdatedProps) => {
  // Renders again only when the text changes.
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
      {/* As wide as its longest text, which has fewer words on a phone, so that nothing moves when it appears or changes. */}
      <span className="min-w-16 text-xs whitespace-nowrap text-muted sm:min-w-32 sm:text-right">
        {at > 0 && (
          <>
            <span className="max-sm:sr-only">Updated </span>
            {age(at)}
          </>
        )}
      </span>
      <Button icon="refresh" busy={busy} onClick={onRefresh} aria-label={what && `Refresh ${what}`}>
        Refresh
      </Button>
    </div>
  )
}
