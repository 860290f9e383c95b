import { useId, type ReactNode } from 'react'

import { Icon } from '../../../ui/icon.tsx'

interface PopoverButtonProps {
  label: string
  children: ReactNode
}

/** A button with a native popover below it: Escape and a click elsewhere close it. */
export const PopoverButton = ({ label, children }: PopoverButtonProps) => {
  const id = useId()
  const anchor = `--popover-${id.replaceAll(/\W/g, '')}`
  return (
    <div className="relative">
      <button
        type="button"
        popoverTarget={id}
        style={{ anchorName: anchor }}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-control bg-surface px-2.5 py-1 font-medium hover:bg-sunken"
      >
        {label}
        <Icon name="chevron" />
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        style={{ positionAnchor: anchor }}
        className="m-0 mt-1 max-h-96 w-72 max-w-[calc(100vw-2rem)] space-y-2 overflow-y-auto rounded-lg border border-border bg-surface p-3 text-text shadow-lg [position-area:bottom_span-left] [position-try-fallbacks:flip-inline,flip-block]"
      >
        {children}
      </div>
    </div>
  )
}
