import type { ComponentProps } from 'react'
import type { FieldValues } from 'react-hook-form'

import { FormDialog } from './form-dialog.tsx'
import { WriteForm } from './write-form.tsx'

type WriteFormProps<Input extends FieldValues, Output> = ComponentProps<typeof WriteForm<Input, Output>>

interface WriteFormDialogProps<Input extends FieldValues, Output> extends Omit<
  WriteFormProps<Input, Output>,
  'label' | 'actions'
> {
  title: string
  onClose: () => void
}

/** A `WriteForm` in a dialog. */
export const WriteFormDialog = <Input extends FieldValues, Output>(props: WriteFormDialogProps<Input, Output>) => {
  const { title, onClose, children, ...form } = props
  return (
    <FormDialog title={title} onClose={onClose}>
      {(guard) => (
        <WriteForm {...form} label={title}>
          {children}
          {guard}
        </WriteForm>
      )}
    </FormDialog>
  )
}
