import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import { MAX_LINES, type Failure, type Loading } from './use-logs.ts'

interface LogEndProps {
  failure: Failure | undefined
  loading: readonly Loading[]
  /** Offset of older lines, if the API has more. */
  older: string | undefined
  /** Lines that are loaded. */
  total: number
  onOlder: () => void
  onRetry: (what: Loading) => void
  onRestart: () => void
}

/** What stands below the lines: what couldn't be loaded, and a button for older ones. */
export const LogEnd = ({ failure, loading, older, total, onOlder, onRetry, onRestart }: LogEndProps) => (
  <div className="mt-4 space-y-4">
    {failure && (
      <div className="space-y-2">
        <ApiProblem
          error={failure.error}
          what="More lines couldn’t be loaded."
          busy={loading.length > 0}
          onRetry={() => {
            onRetry(failure.what)
          }}
        />
        <Button onClick={onRestart}>Start again from the newest</Button>
      </div>
    )}
    {older !== undefined && total < MAX_LINES ? (
      <Button busy={loading.some(({ kind }) => kind === 'older')} onClick={onOlder}>
        Load older
      </Button>
    ) : (
      <p className="text-muted">
        {older === undefined
          ? 'The API has no older lines.'
          : `This page holds at most ${formatNumber(MAX_LINES)} lines. Go to a moment to look further back.`}
      </p>
    )}
  </div>
)
