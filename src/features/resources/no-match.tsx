import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

interface NoMatchProps {
  /** Of one of them: "topic". */
  unit: string
  /** What was searched for. */
  text: string
  onClear: () => void
}

/** In the place of a list in which the search finds nothing. */
export const NoMatch = ({ unit, text, onClear }: NoMatchProps) => (
  <EmptyState title={`No ${unit} matches “${text}”`} actions={<Button onClick={onClear}>Clear search</Button>} />
)
