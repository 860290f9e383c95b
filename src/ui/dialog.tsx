import { useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { Button } from './button.tsx'
import { useModal } from './use-modal.ts'

interface DialogProps {
  /** The dialog's heading, and its name. */
  title: string
  onClose: () => void
  /** Asked before Escape or Close closes it; where it is given, a click beside it never does. */
  mayClose?: () => boolean
  children: ReactNode
}

/**
 * A native modal dialog, open as long as it is rendered. It keeps the focus inside, closes on Escape and on a click
 * beside it, and gives the focus back to where it was.
 */
export const Dialog = ({ title, onClose, mayClose, children }: DialogProps) => {
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const closed = useModal(ref, { besideCloses: mayClose === undefined, onClose })
  // At the end of the page: a dialog may be opened from within a paragraph, and must not stand in one.
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target === ref.current && mayClose?.() === false) event.preventDefault()
      }}
      onClose={() => {
        // Browsers let nobody be kept in a dialog: a second Escape closes it all the same.
        if (ref.current?.isConnected && mayClose?.() === false) ref.current.showModal()
        else closed()
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-2xl overflow-y-auto rounded-lg border border-border bg-surface p-4 text-text shadow-lg backdrop:bg-canvas/70 print:hidden"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={id} className="text-base font-semibold wrap-anywhere">
          {title}
        </h2>
        <Button
          variant="quiet"
          onClick={() => {
            if (mayClose?.() !== false) ref.current?.close()
          }}
        >
          Close
        </Button>
      </div>
      {children}
    </dialog>,
    document.body,
  )
}
