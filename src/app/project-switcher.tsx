import { lazy, Suspense, useId, useRef, useState } from 'react'
import { useParams } from 'react-router'

import { Icon } from '../ui/icon.tsx'

const ProjectMenu = lazy(async () => ({ default: (await import('./project-menu.tsx')).ProjectMenu }))

/**
 * Shows the project that is open, and leads to the others. A native popover: Escape and a click elsewhere close it.
 * What is in it comes when it is opened.
 */
export const ProjectSwitcher = () => {
  const { project } = useParams()
  const [open, setOpen] = useState(false)
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  return (
    <div className="relative min-w-0 max-sm:flex-1">
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-10 w-full max-w-full items-center gap-2 rounded-md border border-control bg-surface px-3 py-1 text-left [anchor-name:--project-switcher]"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-xs text-muted">Project</span>
          <span className="block truncate font-medium">{project ?? 'Choose one'}</span>
        </span>
        <Icon name="chevron" />
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        onToggle={({ newState }) => {
          setOpen(newState === 'open')
        }}
        className="m-0 mt-1 max-h-96 w-64 max-w-[calc(100vw-2rem)] space-y-2 overflow-y-auto rounded-lg border border-border bg-surface p-2 text-text shadow-lg [position-anchor:--project-switcher] [position-area:bottom_span-right]"
      >
        {open && (
          <Suspense fallback={<p className="px-2 text-muted">Loading projects</p>}>
            <ProjectMenu project={project} onChosen={() => popover.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
