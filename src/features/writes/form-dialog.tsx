import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useFormState } from 'react-hook-form'

import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/notice.tsx'
import { AskBeforeLeaving } from './unsaved.tsx'

interface FormStatus {
  /** Something was typed. */
  readonly isDirty: boolean
  /** A change is being sent: closing the dialog would not stop it. */
  readonly isSubmitting: boolean
}

/** Tells the dialog whether input would be lost. */
const Watch = ({ onChange }: { onChange: (held: FormStatus) => void }) => {
  const { isDirty, isSubmitting } = useFormState()
  useEffect(() => {
    onChange({ isDirty, isSubmitting })
    return () => {
      // A form's input is gone when the form is.
      onChange({ isDirty: false, isSubmitting: false })
    }
  })
  return null
}

interface FormDialogProps {
  title: string
  onClose: () => void
  /** Something is running that closing the dialog would not stop. */
  busy?: boolean
  /** @param guard element in the form, after its fields: knows whether input would be lost, and asks */
  children: (guard: ReactNode) => ReactNode
}

const DiscardQuestion = ({ title, onClose, busy = false, children }: FormDialogProps) => {
  const held = useRef<FormStatus>({ isDirty: false, isSubmitting: false })
  const [asking, setAsking] = useState(false)
  const guard = (
    <>
      <Watch
        onChange={(now) => {
          held.current = now
        }}
      />
      {asking && (
        <Note
          testId="discard"
          actions={
            <div className="flex flex-wrap gap-2 text-text">
              <Button
                onClick={() => {
                  setAsking(false)
                }}
              >
                Keep editing
              </Button>
              <Button variant="danger" onClick={onClose}>
                Discard
              </Button>
            </div>
          }
        >
          What you entered hasn&rsquo;t been sent. Discard it?
        </Note>
      )}
    </>
  )
  return (
    <Dialog
      title={title}
      onClose={onClose}
      mayClose={() => {
        const { isDirty, isSubmitting } = held.current
        if (isDirty && !isSubmitting) setAsking(true)
        return !isDirty && !isSubmitting && !busy
      }}
    >
      {children(guard)}
    </Dialog>
  )
}

/** A dialog with a form. Asks before closing the dialog, going back or closing the tab loses input. */
export const FormDialog = (props: FormDialogProps) => (
  <AskBeforeLeaving>
    <DiscardQuestion {...props} />
  </AskBeforeLeaving>
)
