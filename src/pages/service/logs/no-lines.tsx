import type { Severity } from '../../../api/logs.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'

interface NoLinesProps {
  /** What no loaded line has; undefined if none are loaded. */
  search: string | undefined
  severity: Severity | undefined
  onClear: () => void
}

/** In the place of the lines, if there are none. */
export const NoLines = ({ search, severity, onClear }: NoLinesProps) =>
  search === undefined ? (
    <EmptyState title="No log lines">
      The API has none{severity !== undefined && ' of this severity'}. Logs are kept for a few days.
    </EmptyState>
  ) : (
    <EmptyState title={`No loaded line has “${search}”`} actions={<Button onClick={onClear}>Clear search</Button>}>
      Only what is loaded is searched. Load older lines to search further back.
    </EmptyState>
  )
