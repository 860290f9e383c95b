import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../lib/format-number.ts'
import { Problem } from '../../ui/notice.tsx'

interface UnreadProps {
  /** Sentences about items that couldn't be read. */
  problems: readonly string[]
  /** They are being asked for again. */
  busy: boolean
  onRetry: () => void
}

/** Where a list is used in passing: what of it couldn't be read, the first in words and the others in number. */
export const Unread = ({ problems: [first, ...others], busy, onRetry }: UnreadProps) =>
  first !== undefined && (
    <Problem
      testId="unread"
      actions={
        <Button busy={busy} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      <p>{first}</p>
      {others.length > 0 && <p>{formatNumber(others.length)} more items couldn&rsquo;t be read.</p>}
    </Problem>
  )
