import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'

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
  /** A name that must be typed before it is done. */
  typedName?: string | undefined
  busy: boolean
  onConfirm: () => void
  /** The dialog has closed: by Cancel, by Escape, or because its owner took it away. */
  onClose: () => void
}

interface NameFieldProps {
  id: string
  name: string
  typed: string
  onChange: (typed: string) => void
  /** It was sent with another name. */
  wrong: boolean
}

const NameField = ({ id, name, typed, onChange, wrong }: NameFieldProps) => (
  <div className="mt-4 space-y-1">
    <label htmlFor={id} className="font-medium wrap-anywhere">
      Type {name} to confirm
    </label>
    <input
      id={id}
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      value={typed}
      aria-invalid={wrong}
      aria-describedby={`${id}-error`}
      onChange={(event) => {
        onChange(event.target.value)
      }}
      className="min-h-9 w-full rounded-md border border-control bg-surface px-2 py-1 aria-invalid:border-2 aria-invalid:border-bad"
    />
    <div id={`${id}-error`} role="status" className="text-xs font-medium wrap-anywhere text-bad empty:sr-only">
      {wrong && `This isn\u2019t the name. Type ${name}.`}
    </div>
  </div>
)

/**
 * Asks before something is done: a native modal dialog, in which the focus begins on Cancel, or in the field for the
 * name, and goes back to where it was afterwards. It cannot be closed while the work is under way: that would not stop it.
 */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, children, confirm, dangerous = false, typedName, busy, onConfirm, onClose } = props
  // Not by a click beside it: what was typed in it would be lost.
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useModal(dialog, { besideCloses: false, onClose })
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const focusStart = `${id}-${typedName === undefined ? 'cancel' : 'name'}`
  useLayoutEffect(() => {
    document.getElementById(focusStart)?.focus()
  }, [focusStart])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        if (busy) event.preventDefault()
      }}
      onClose={() => {
        // Browsers let nobody be kept in a dialog: a second Escape closes it all the same.
        if (busy) dialog.current?.showModal()
        else closed()
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg overflow-y-auto rounded-lg border border-border bg-surface p-4 text-text shadow-lg backdrop:bg-canvas/70"
    >
      <h2 id={`${id}-title`} className="mb-2 text-base font-semibold wrap-anywhere">
        {title}
      </h2>
      <div id={`${id}-text`} className="space-y-2 wrap-anywhere">
        {children}
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (busy) return
          const isWrong = typedName !== undefined && typed.trim() !== typedName
          setWrong(isWrong)
          if (isWrong) document.getElementById(focusStart)?.focus()
          else onConfirm()
        }}
      >
        {typedName !== undefined && (
          <NameField
            id={`${id}-name`}
            name={typedName}
            typed={typed}
            wrong={wrong}
            onChange={(text) => {
              setTyped(text)
              setWrong(false)
            }}
          />
        )}
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button
            id={`${id}-cancel`}
            onClick={() => {
              if (!busy) dialog.current?.close()
            }}
          >
            Cancel
          </Button>
          <Button submit variant={dangerous ? 'danger' : 'primary'} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
