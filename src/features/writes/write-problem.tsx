import type { ReactNode } from 'react'

import { wasRefused } from '../../api/errors.ts'
import { ChangedMeanwhileError, NotSentError } from '../../api/service-edit.ts'
import type { Service } from '../../api/service.ts'
import { sentence } from '../../lib/sentence.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/notice.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import { DifferenceList } from './difference-list.tsx'

interface WriteProblemProps {
  error: Error | null
  /** Message if the API refused: nothing has changed. */
  refused: string
  /** What the user can do after that refusal. */
  renderAfterRefusal?: ((error: Error) => ReactNode) | undefined
  /** Message if it isn't known whether the change was made. */
  doubtful: ReactNode
  busy: boolean
  onRetry: () => void
  /** Applies the same change to the current service, for the user to review again. */
  onRebase?: ((service: Service) => void) | undefined
}

/** Someone else changed the service first: shows what they changed, and says that nothing was sent. */
const ChangedMeanwhile = ({
  error,
  onRebase,
}: { error: ChangedMeanwhileError } & Pick<WriteProblemProps, 'onRebase'>) => (
  <Problem
    testId="changed-meanwhile"
    actions={
      onRebase && (
        <Button
          onClick={() => {
            onRebase(error.service)
          }}
        >
          Apply my changes to the current settings
        </Button>
      )
    }
  >
    <p className="font-medium">Nothing was sent: someone else changed this in the meantime.</p>
    <DifferenceList label="Changed in the meantime" differences={error.differences} />
    {!onRebase && <p>The page now shows the current settings. Look at the change again before you send it.</p>}
  </Problem>
)

/** What went wrong with a change: not sent, refused (nothing changed), or unknown outcome. */
export const WriteProblem = (props: WriteProblemProps) => {
  const { error, refused, renderAfterRefusal, doubtful, busy, onRetry, onRebase } = props
  if (!error) return null
  if (error instanceof ChangedMeanwhileError) return <ChangedMeanwhile error={error} onRebase={onRebase} />
  if (error instanceof NotSentError && !(error.cause instanceof Error)) {
    return (
      <Problem testId="not-sent">
        <p className="font-medium">{refused}</p>
        <p>{error.message}</p>
      </Problem>
    )
  }
  if (!wasRefused(error) && !(error instanceof NotSentError)) {
    return (
      <Problem testId="outcome-unknown">
        <div className="font-medium">{doubtful}</div>
        <p>{sentence(error.message)}</p>
      </Problem>
    )
  }
  const shown = error instanceof NotSentError && error.cause instanceof Error ? error.cause : error
  return (
    <>
      <ApiProblem error={shown} what={refused} busy={busy} onRetry={onRetry} />
      {renderAfterRefusal?.(error)}
    </>
  )
}
