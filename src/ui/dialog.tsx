import { useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'

import { Button } from './button.tsx'
import { DialogClose } from './dialog-close.ts'
import { useModal } from './use-modal.ts'

interface FrameProps {
  /** Of the dialog; its heading and its text are named after it. */
  id: string
  ref: RefObject<HTMLDialogElement | null>
  width: 'max-w-lg' | 'max-w-2xl'
  /** Its text says what the dialog is about. */
  isDescribed?: boolean
  besideCloses: boolean
  mayClose: () => boolean
  onClose: () => void
  children: ReactNode
}

/** What every dialog is: a native modal one, open as long as it is rendered, that gives the focus back to where it was. */
const Frame = ({ id, ref, width, isDescribed = false, besideCloses, mayClose, onClose, children }: FrameProps) => {
  const closed = useModal(ref, { besideCloses, onClose })
  // At the end of the page: a dialog may be opened from within a paragraph, and must not stand in one.
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={isDescribed ? `${id}-text` : undefined}
      onCancel={(event) => {
        if (event.target === ref.current && !mayClose()) event.preventDefault()
      }}
      onClose={() => {
        // Browsers let nobody be kept in a dialog: a second Escape closes it all the same.
        if (ref.current?.isConnected && !mayClose()) ref.current.showModal()
        else closed()
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] ${width} overflow-y-auto rounded-lg border border-border bg-surface p-4 text-text shadow-lg backdrop:bg-canvas/70 print:hidden`}
    >
      {children}
    </dialog>,
    document.body,
  )
}

interface DialogProps {
  /** The dialog's heading, and its name. */
  title: string
  onClose: () => void
  /** Asked before Escape or Close closes it; where it is given, a click beside it never does. */
  mayClose?: () => boolean
  children: ReactNode
}

/** Shows something: closes by its button, on Escape and on a click beside it. */
export const Dialog = ({ title, onClose, mayClose, children }: DialogProps) => {
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  const close = () => {
    if (mayClose?.() !== false) ref.current?.close()
  }
  return (
    <Frame
      id={id}
      ref={ref}
      width="max-w-2xl"
      besideCloses={mayClose === undefined}
      mayClose={mayClose ?? (() => true)}
      onClose={onClose}
    >
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id={`${id}-title`} className="text-base font-semibold wrap-anywhere">
          {title}
        </h2>
        <Button variant="quiet" onClick={close}>
          Close
        </Button>
      </div>
      <DialogClose value={close}>{children}</DialogClose>
    </Frame>
  )
}

interface ConfirmDialogProps {
  title: string
  /** What will happen, and what it means. */
  children: ReactNode
  /** The word on the button that does it. */
  confirm: string
  /** Whether what it does can't be taken back. */
  dangerous?: boolean
  /** A name that must be typed before it is done. */
  typedName?: string | undefined
  busy: boolean
  /** Another way on than what is asked about. */
  instead?: { readonly label: string; readonly onClick: () => void } | undefined
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
    <label htmlFor={id} className="block font-medium wrap-anywhere">
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
 * Asks before something is done: the focus begins on Cancel, or in the field for the
 * name, and goes back to where it was afterwards. It can't be closed while the work is under way: that would not stop it.
 */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { title, children, confirm, dangerous = false, typedName, busy, instead, onConfirm, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const id = useId()
  const focusStart = `${id}-${typedName === undefined ? 'cancel' : 'name'}`
  useLayoutEffect(() => {
    document.getElementById(focusStart)?.focus()
  }, [focusStart])
  return (
    <Frame
      id={id}
      ref={dialog}
      width="max-w-lg"
      isDescribed
      // What was typed in it would be lost.
      besideCloses={false}
      mayClose={() => !busy}
      onClose={onClose}
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
          {instead && <Button onClick={instead.onClick}>{instead.label}</Button>}
          <Button submit variant={dangerous ? 'danger' : 'primary'} busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Frame>
  )
}
