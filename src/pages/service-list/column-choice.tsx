import { useId, useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { storeItem } from '../../lib/browser-storage.ts'
import { NotStored } from '../../ui/not-stored.tsx'
import { usePromptValue } from '../../ui/use-prompt-value.ts'
import type { ServiceColumn } from './service-columns.tsx'
import { COLUMNS_KEY } from './use-list-state.ts'
import { PopoverButton } from './popover-button.tsx'

interface ColumnChoiceProps {
  usual: readonly ServiceColumn[]
  offered: readonly ServiceColumn[]
  /** Ids of the chosen columns, separated by commas; '' for the default. */
  chosen: string
  onChoose: (columns: string) => void
}

const idsOf = (columns: readonly ServiceColumn[]): string => columns.map(({ id }) => id).join(',')

/** The choice of columns: in the URL, and stored in this browser. */
export const ColumnChoice = ({ usual, offered, chosen, onChoose }: ColumnChoiceProps) => {
  const id = useId()
  // The URL follows a moment after the click.
  const [shown, setShown] = usePromptValue(chosen)
  const [kept, setKept] = useState(true)
  const ids = (shown === '' ? idsOf(usual) : shown).split(',')
  const choose = (wanted: (column: ServiceColumn) => boolean) => {
    const next = idsOf(offered.filter((column) => column.fixed || wanted(column)))
    const columns = next === idsOf(usual) ? '' : next
    setKept(storeItem(COLUMNS_KEY, columns === '' ? undefined : columns))
    setShown(columns)
    onChoose(columns)
  }
  return (
    <PopoverButton label="Columns">
      {offered.map((column) => (
        <div key={column.id} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            id={`${id}-${column.id}`}
            checked={column.fixed === true || ids.includes(column.id)}
            disabled={column.fixed === true}
            onChange={({ target: { checked } }) => {
              choose((other) => (other.id === column.id ? checked : ids.includes(other.id)))
            }}
            className="size-4 accent-accent"
          />
          <label htmlFor={`${id}-${column.id}`} className="flex-1">
            {column.header}
            {column.fixed && <span className="text-xs text-muted"> (always)</span>}
          </label>
        </div>
      ))}
      <Button
        onClick={() => {
          choose(({ id: other }) => usual.some((column) => column.id === other))
        }}
      >
        Reset columns
      </Button>
      {!kept && <NotStored />}
    </PopoverButton>
  )
}
