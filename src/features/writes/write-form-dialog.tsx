import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { useFormState, type FieldValues } from 'react-hook-form'

import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/notice.tsx'
import { WriteForm } from './write-form.tsx'

type WriteFormProps<Input extends FieldValues, Output> = ComponentProps<typeof WriteForm<Input, Output>>

interface WriteFormDialogProps<Input extends FieldValues, Output> extends Omit<
  WriteFormProps<Input, Output>,
  'label' | 'actions'
> {
  title: string
  onClose: () => void
}

/** Tells the dialog whether anything was typed, or is on its way. */
const Watch = ({ onChange }: { onChange: (isHeld: boolean) => void }) => {
  const { isDirty, isSubmitting } = useFormState()
  useEffect(() => {
    onChange(isDirty || isSubmitting)
  })
  return null
}

/** A `WriteForm` in a dialog. Whoever closes it half filled is asked first. */
export const WriteFormDialog = <Input extends FieldValues, Output>(props: WriteFormDialogProps<Input, Output>) => {
  const { title, onClose, children, ...form } = props
  const isHeld = useRef(false)
  const [asking, setAsking] = useState(false)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      mayClose={() => {
        if (isHeld.current) setAsking(true)
        return !isHeld.current
      }}
    >
      <WriteForm {...form} label={title}>
        {children}
        <Watch
          onChange={(held) => {
            isHeld.current = held
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
