import type { RefObject } from 'react'

import { Button } from '../../../ui/button.tsx'
import type { ListState } from '../use-list-state.ts'

interface NoMatchProps {
  list: ListState
  field: RefObject<HTMLInputElement | null>
}

/** There are services, but none that the search finds. */
export const NoMatch = ({ list, field }: NoMatchProps) => (
  <div className="rounded-lg border border-border bg-surface p-8 text-center">
    <p className="font-medium wrap-anywhere">No service matches &ldquo;{list.filter}&rdquo;</p>
    <p className="mb-3 text-muted">
      The search covers names, types, plans, clouds and tags, and takes filter words such as service:pg or ca:required.
    </p>
    <Button
      onClick={() => {
        list.write({ search: '' })
        field.current?.focus()
      }}
    >
      Clear search
    </Button>
  </div>
)
