import type { ReactNode } from 'react'

const TONES = {
  ok: 'font-medium text-ok',
  neutral: 'font-medium',
  muted: 'text-muted',
  warning: 'text-required',
} as const

interface OutcomeProps {
  tone?: keyof typeof TONES
  /** Test id that distinguishes outcomes, whatever the wording. */
  testId?: string | undefined
  /** The result; nothing is shown without one. */
  children?: ReactNode
}

/**
 * The result of the last action, in one line. Stays in the document while empty, because browsers announce only changes
 * in an existing region. For failures, use `Problem`.
 */
export const Outcome = ({ tone = 'ok', testId, children }: OutcomeProps) => (
  <p role="status" data-testid={testId} className={`wrap-anywhere empty:sr-only ${TONES[tone]}`}>
    {children}
  </p>
)
