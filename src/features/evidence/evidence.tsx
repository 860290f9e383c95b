import { lazy, Suspense, useState } from 'react'

import type { EvidenceProps } from './evidence-dialog.tsx'

const EvidenceDialog = lazy(async () => ({ default: (await import('./evidence-dialog.tsx')).EvidenceDialog }))

/** What decided a mark. Its code is loaded on request. */
export const Evidence = (props: EvidenceProps) => (
  <Suspense>
    <EvidenceDialog {...props} />
  </Suspense>
)

/** "Why?", beside a mark. */
export const WhyButton = (props: Omit<EvidenceProps, 'onClose'>) => {
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
