import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

interface NoMatchProps {
  /** Singular: "topic". */
  unit: string
  /** The search text. */
  text: string
  onClear: () => void
}

/** Shown instead of a list if the search finds nothing. */
export const NoMatch = ({ unit, text, onClear }: NoMatchProps) => (
  <EmptyState title={`No ${unit} matches “${text}”`} actions={<Button onClick={onClear}>Clear search</Button>} />
)
