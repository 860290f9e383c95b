import type { ReactNode } from 'react'

const TONES = { ok: 'font-medium text-ok', muted: 'text-muted', warning: 'text-required' } as const

interface OutcomeProps {
  tone?: keyof typeof TONES
  /** What came of it; nothing yet is nothing to see. */
  children?: ReactNode
}

/**
 * What came of the last thing one did here, in a line. Stays in the document while it has nothing to say: only what comes
 * into a region that was there before is announced. What went wrong is a `Problem`.
 */
export const Outcome = ({ tone = 'ok', children }: OutcomeProps) => (
  <p role="status" className={`wrap-anywhere empty:sr-only ${TONES[tone]}`}>
    {children}
  </p>
)
