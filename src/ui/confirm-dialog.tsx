import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

import { Button } from './button.tsx'
import { useModal } from './use-modal.ts'

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
  // Not by a click beside it: what was typed in it would be lost.
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useModal(dialog, { besideCloses: false, onClose })
  const cancel = useRef<HTMLButtonElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    cancel.current?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        if (busy) event.preventDefault()
      }}
      onClose={closed}
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
