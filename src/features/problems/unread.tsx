import { Button } from '../../ui/button.tsx'
import { formatNumber } from '../../lib/format-number.ts'
import { Problem } from '../../ui/notice.tsx'

interface UnreadProps {
  /** Sentences about items that couldn't be read. */
  problems: readonly string[]
  /** A retry is running. */
  busy: boolean
  onRetry: () => void
}

/** For a list that isn't the page's main content: names the first item that couldn't be read, and counts the others. */
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
