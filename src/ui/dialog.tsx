import { useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'

import { Button } from './button.tsx'
import { DialogClose } from './dialog-close.ts'
import { useModal } from './use-modal.ts'

interface FrameProps {
  /** Id of the dialog; the ids of its heading and text derive from it. */
  id: string
  ref: RefObject<HTMLDialogElement | null>
  width: 'max-w-lg' | 'max-w-2xl'
  /** Whether the dialog has a text that describes it. */
  isDescribed?: boolean
  besideCloses: boolean
  mayClose: () => boolean
  onClose: () => void
  children: ReactNode
}

/** Base of every dialog: a native modal, open as long as it is rendered, that returns the focus when it closes. */
const Frame = ({ id, ref, width, isDescribed = false, besideCloses, mayClose, onClose, children }: FrameProps) => {
  const closed = useModal(ref, { besideCloses, onClose })
  const focused = useRef<Element>(null)
  // At the end of the page: a dialog may be opened from inside a paragraph, where it would be invalid.
  return createPortal(
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={isDescribed ? `${id}-text` : undefined}
      onCancel={(event) => {
        focused.current = document.activeElement
        if (event.target === ref.current && !mayClose()) event.preventDefault()
      }}
      onClose={() => {
        // Browsers don't let a page trap users in a dialog: a second Escape closes it anyway.
        if (ref.current?.isConnected && !mayClose()) {
          ref.current.showModal()
          if (focused.current instanceof HTMLElement) focused.current.focus()
        } else closed()
      }}
      className={`m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] ${width} scroll-pb-16 overflow-y-auto rounded-lg border border-border bg-surface p-4 text-text shadow-lg backdrop:bg-canvas/70 print:hidden`}
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
  /** Called before Escape or Close closes it. If given, a click outside never closes it. */
  mayClose?: () => boolean
  children: ReactNode
}

/** A dialog that shows something: closes by its button, Escape or a click outside it. */
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
  /** What will happen, and its consequences. */
  children: ReactNode
  /** Text of the confirming button. */
  confirm: string
  /** Whether the action can't be undone. */
  dangerous?: boolean
  /** A name that the user must type to confirm. */
  typedName?: string | undefined
  busy: boolean
  /** An alternative action. */
  instead?: { readonly label: string; readonly onClick: () => void } | undefined
  onConfirm: () => void
  /** Called when the dialog has closed: by Cancel, by Escape, or because its parent removed it. */
  onClose: () => void
}

interface NameFieldProps {
  id: string
  name: string
  typed: string
  onChange: (typed: string) => void
  /** The form was submitted with a wrong name. */
  wrong: boolean
}

const NameField = ({ id, name, typed, onChange, wrong }: NameFieldProps) => (
  <div className="mt-4 space-y-1">
    <label htmlFor={id} className="block font-medium wrap-anywhere">
      Type <bdi>{name}</bdi> to confirm
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
      {wrong && (
        <>
          This isn&rsquo;t the name. Type <bdi>{name}</bdi>.
        </>
      )}
    </div>
  </div>
)

/**
 * Asks before an action. The focus starts on Cancel, or in the name field, and returns afterwards. The dialog can't be
 * closed while the action runs, because closing would not stop it.
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
      // The typed text would be lost.
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
