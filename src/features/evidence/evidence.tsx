import { useState, type ComponentProps } from 'react'

import { onDemand } from '../../ui/on-demand.tsx'

/** What decided a mark. Its code is loaded on request. */
export const Evidence = onDemand(async () => (await import('./evidence-dialog.tsx')).EvidenceDialog)

/** "Why?", beside a mark. */
export const WhyButton = (props: Omit<ComponentProps<typeof Evidence>, 'onClose'>) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className="min-h-6 font-medium text-accent underline print:hidden"
        onClick={() => {
          setOpen(true)
        }}
      >
        Why?
      </button>
      {open && (
        <Evidence
          {...props}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
