import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

import { Button } from './button.tsx'

interface ConfirmDialogProps {
  title: string
  /** What will happen, and what it means. */
  children: ReactNode
  /** The word on the button that does it. */
  confirm: string
  /** Whether what it does cannot be taken back. */
  dangerous?: boolean
  busy: boolean
  onConfirm: () => void
  /** The dialog has closed: by Cancel, by Escape, or because its owner took it away. */
  onClose: () => void
}

/**
 * Asks before something is done: a native modal dialog, in which the focus begins on Cancel, and goes back to
 * where it was afterwards. It cannot be closed while the work is under way: that would not stop it.
 */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, children, confirm, dangerous = false, busy, onConfirm, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const id = useId()
  // Before the element goes: a dialog that is closed no more gives no focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    cancel.current?.focus()
    return () => {
      element?.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        if (busy) event.preventDefault()
      }}
      // React may run effects twice while developing: a dialog that is open again was not closed by anyone.
      onClose={() => {
        if (dialog.current?.open !== true) onClose()
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg overflow-y-auto rounded-lg border border-border bg-surface p-4 text-text shadow-lg backdrop:bg-canvas/70"
    >
      <h2 id={`${id}-title`} className="mb-2 text-base font-semibold wrap-anywhere">
        {title}
      </h2>
      <div id={`${id}-text`} className="space-y-2 wrap-anywhere">
        {children}
      </div>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button
          ref={cancel}
          onClick={() => {
            if (!busy) dialog.current?.close()
          }}
        >
          Cancel
        </Button>
        <Button variant={dangerous ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}
