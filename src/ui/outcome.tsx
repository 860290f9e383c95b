import type { ReactNode } from 'react'

const TONES = {
  ok: 'font-medium text-ok',
  neutral: 'font-medium',
  muted: 'text-muted',
  warning: 'text-required',
} as const

interface OutcomeProps {
  tone?: keyof typeof TONES
  /** Where tests tell one outcome from another, whatever its words. */
  testId?: string | undefined
  /** The result; nothing yet is nothing to see. */
  children?: ReactNode
}

/**
 * The result of the last thing one did here, in a line. Stays in the document while it has nothing to say: only what comes
 * into a region that was there before is announced. What went wrong is a `Problem`.
 */
export const Outcome = ({ tone = 'ok', testId, children }: OutcomeProps) => (
  <p role="status" data-testid={testId} className={`wrap-anywhere empty:sr-only ${TONES[tone]}`}>
    {children}
  </p>
)
