import type { ReactNode } from 'react'

import { wasRefused } from '../../api/errors.ts'
import { sentence } from '../../lib/sentence.ts'
import { Problem } from '../../ui/notice.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'

interface WriteProblemProps {
  error: Error | null
  /** What to say when the API refused: nothing has changed. */
  refused: string
  /** What else can be done after that refusal. */
  renderAfterRefusal?: ((error: Error) => ReactNode) | undefined
  /** What to say when it is not known whether the change was made. */
  doubtful: ReactNode
  busy: boolean
  onRetry: () => void
}

/** What went wrong with a change: refused, which leaves everything as it was, or its outcome unknown. */
export const WriteProblem = (props: WriteProblemProps) => {
  const { error, refused, renderAfterRefusal, doubtful, busy, onRetry } = props
  if (!error) return null
  if (!wasRefused(error)) {
    return (
      <Problem testId="outcome-unknown">
        <div className="font-medium">{doubtful}</div>
        <p>{sentence(error.message)}</p>
      </Problem>
    )
  }
  return (
    <>
      <ApiProblem error={error} what={refused} busy={busy} onRetry={onRetry} />
      {renderAfterRefusal?.(error)}
    </>
  )
}
