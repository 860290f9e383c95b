import { Button } from '../../../ui/button.tsx'
import type { DraftItem } from './use-list-draft.ts'

interface RowActionsProps {
  /** What is removed: part of the buttons' names. */
  name: string
  state: DraftItem['state']
  onRemove: () => void
  onKeep: () => void
}

/** Removes an item from an unsent list, or restores it. */
export const RowActions = ({ name, state, onRemove, onKeep }: RowActionsProps) =>
  state === 'removed' ? (
    <Button variant="quiet" aria-label={`Keep ${name}`} onClick={onKeep}>
      Keep
    </Button>
  ) : (
    <Button variant="quiet" aria-label={`Remove ${name}`} onClick={onRemove}>
      Remove
    </Button>
  )

/** An item's text: struck out if removed, marked if new. */
export const DraftText = ({ state, children }: { state: DraftItem['state']; children: string }) => (
  <>
    {state === 'removed' ? <del className="text-muted">{children}</del> : children}
    {state === 'added' && <span className="ml-2 text-xs text-muted">not saved yet</span>}
  </>
)
