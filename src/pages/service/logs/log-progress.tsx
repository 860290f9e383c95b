import { formatNumber } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import { Note, Problem } from '../../../ui/notice.tsx'
import { formatInstant, useTimeZone } from '../../../ui/time-zone.ts'
import type { UnreachedMoment } from './use-moment.ts'
import { MAX_CALLS } from './use-logs.ts'

interface LogProgressProps {
  /** A moment is being searched for. */
  goesBack: boolean
  missed: UnreachedMoment | undefined
  /** The line that the URL names isn't there. */
  lacksLine: boolean
  /** What the URL names as a moment, if it isn't one. */
  unreadable: string | undefined
  /** Lines that are loaded. */
  total: number
  /** The API has more lines. */
  hasMore: boolean
  onCancel: () => void
  onGoOn: () => void
}

/** Progress while loading back to a moment, with Cancel; says if the moment wasn't reached, or what the URL names isn't there. */
export const LogProgress = ({
  goesBack,
  lacksLine,
  unreadable,
  missed,
  total,
  hasMore,
  onCancel,
  onGoOn,
}: LogProgressProps) => {
  const zone = useTimeZone()
  if (goesBack) {
    return (
      <div className="flex flex-wrap items-center gap-2 text-muted">
        <p role="status">
          Going back<span aria-hidden="true">: {formatNumber(total)} lines so far</span>
        </p>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    )
  }
  if (unreadable !== undefined) {
    return <Problem testId="bad-moment">&ldquo;{unreadable}&rdquo; isn&rsquo;t a time.</Problem>
  }
  if (lacksLine) {
    return (
      <Problem testId="no-such-line">
        The line in this page&rsquo;s address isn&rsquo;t among the loaded ones. Logs are kept for a few days.
      </Problem>
    )
  }
  if (!missed) return null
  return (
    <Note testId="moment-missed" actions={hasMore && <Button onClick={onGoOn}>Go on looking</Button>}>
      {formatInstant(new Date(missed.moment), zone)} wasn&rsquo;t reached
      {missed.oldest !== undefined && `: the oldest line is from ${formatInstant(new Date(missed.oldest), zone)}`}.{' '}
      {hasMore ? `Stopped after ${String(MAX_CALLS)} requests.` : 'The API has no older lines.'}
    </Note>
  )
}
