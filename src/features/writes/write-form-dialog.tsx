import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { useFormState, type FieldValues } from 'react-hook-form'

import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/notice.tsx'
import { AskBeforeLeaving } from './unsaved.tsx'
import { WriteForm } from './write-form.tsx'

type WriteFormProps<Input extends FieldValues, Output> = ComponentProps<typeof WriteForm<Input, Output>>

interface WriteFormDialogProps<Input extends FieldValues, Output> extends Omit<
  WriteFormProps<Input, Output>,
  'label' | 'actions'
> {
  title: string
  onClose: () => void
}

interface Held {
  /** Something was typed. */
  readonly isDirty: boolean
  /** It is on its way: closing the dialog would not stop it. */
  readonly isSubmitting: boolean
}

/** Tells the dialog what would be lost. */
const Watch = ({ onChange }: { onChange: (held: Held) => void }) => {
  const { isDirty, isSubmitting } = useFormState()
  useEffect(() => {
    onChange({ isDirty, isSubmitting })
  })
  return null
}

const FormDialog = <Input extends FieldValues, Output>(props: WriteFormDialogProps<Input, Output>) => {
  const { title, onClose, children, ...form } = props
  const held = useRef<Held>({ isDirty: false, isSubmitting: false })
  const [asking, setAsking] = useState(false)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      mayClose={() => {
        const { isDirty, isSubmitting } = held.current
        if (isDirty && !isSubmitting) setAsking(true)
        return !isDirty && !isSubmitting
      }}
    >
      <WriteForm {...form} label={title}>
        {children}
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
      </WriteForm>
    </Dialog>
  )
}

/** A `WriteForm` in a dialog. Whoever closes it half filled, goes back or closes the tab, is asked first. */
export const WriteFormDialog = <Input extends FieldValues, Output>(props: WriteFormDialogProps<Input, Output>) => (
  <AskBeforeLeaving>
    <FormDialog {...props} />
  </AskBeforeLeaving>
)
