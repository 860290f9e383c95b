import { useEffect, useRef } from 'react'

import type { Entry } from './use-entries.ts'

interface ResultsProps {
  /** Prefix of the ids: `-list` is the list, `-0` the first option. */
  id: string
  entries: readonly Entry[]
  active: number
  onHover: (index: number) => void
  onChoose: (entry: Entry) => void
}

/** The palette's list. Focus stays in the field; the field says which option is the active one. */
export const Results = ({ id, entries, active, onHover, onChoose }: ResultsProps) => {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={list} role="listbox" id={`${id}-list`} aria-label="Results" className="max-h-80 overflow-y-auto">
      {entries.map((entry, index) => (
        // Keys go to the field, which has the focus; the pointer comes here.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={`${entry.kind} ${entry.label} ${entry.to ?? ''}`}
          role="option"
          tabIndex={-1}
          id={`${id}-${String(index)}`}
          aria-selected={index === active}
          onPointerMove={() => {
            onHover(index)
          }}
          onClick={() => {
            onChoose(entry)
          }}
          className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-3 py-1 aria-selected:bg-accent-soft aria-selected:text-accent"
        >
          <span className="min-w-0 wrap-anywhere">{entry.label}</span>
          <span className="shrink-0 text-xs text-muted">
            {entry.note !== undefined && `${entry.note} · `}
            {entry.kind}
          </span>
        </div>
      ))}
    </div>
  )
}
