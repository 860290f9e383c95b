import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { use, useRef, type ReactNode } from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldValues, type Path } from 'react-hook-form'
import type { GenericSchema } from 'valibot'

import { Button } from '../button.tsx'
import { DialogClose } from '../dialog-close.ts'
import { FormSummary } from './form-summary.tsx'
import { useUnsent } from './unsent.ts'
import { useFirstField } from './use-first-field.ts'

/** Why a form was refused after it was sent: shown at the fields, and in the summary. */
export interface FormRefusal {
  /** Messages by the field's name. */
  readonly fields?: Readonly<Record<string, string>>
  /** A message that concerns no single field. */
  readonly message?: string
}

interface FormProps<Input extends FieldValues, Output> {
  /** The form's accessible name. */
  label: string
  /** Turns the fields' values into what is sent; its messages are shown at the fields. */
  schema: GenericSchema<Input, Output>
  /** Initial values. Every field needs an entry. */
  initial: Input
  submitLabel: string
  dangerous?: boolean
  /** Called with the schema's output. Resolves to the reason if it was refused; rejects with the error if sending failed. */
  onSubmit: (values: Output) => Promise<FormRefusal | undefined>
  /** Called instead if the schema rejects the fields' values. */
  onInvalid?: () => void
  /** Other buttons beside the one that submits; in a dialog, Cancel unless others are given. */
  actions?: ReactNode
  /** The fields. */
  children: ReactNode
}

/**
 * A form with its schema. It is sent once per answer, however often the user clicks. Input stays after a refusal, and the
 * first field with an error gets the focus. In a dialog the focus starts in the first field.
 */
export const Form = <Input extends FieldValues, Output>({
  label,
  schema,
  initial,
  submitLabel,
  dangerous = false,
  onSubmit,
  onInvalid,
  actions,
  children,
}: FormProps<Input, Output>) => {
  const form = useForm<Input, unknown, Output>({
    resolver: standardSchemaResolver(schema),
    // The library expects a deep partial; complete values are one too.
    defaultValues: initial as DefaultValues<Input>,
  })
  useUnsent(form.formState.isDirty)
  const sending = useRef(false)
  const closeDialog = use(DialogClose)
  const element = useRef<HTMLFormElement>(null)
  useFirstField(element, closeDialog !== undefined)
  const refuse = ({ fields = {}, message }: FormRefusal) => {
    Object.entries(fields).forEach(([name, text], index) => {
      form.setError(name as Path<Input>, { message: text }, { shouldFocus: index === 0 })
    })
    if (message !== undefined) form.setError('root', { message })
  }
  const send = form.handleSubmit(async (values) => {
    try {
      refuse((await onSubmit(values)) ?? {})
    } catch (error) {
      refuse({ message: error instanceof Error ? error.message : String(error) })
    }
  }, onInvalid)
  const submit = (
    <Button submit variant={dangerous ? 'danger' : 'primary'} busy={form.formState.isSubmitting}>
      {submitLabel}
    </Button>
  )
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        aria-label={label}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault()
          // In React's tree, a dialog's form is inside the page's form, though not in the document.
          event.stopPropagation()
          if (sending.current) return
          sending.current = true
          void send(event).finally(() => {
            sending.current = false
          })
        }}
      >
        {children}
        <FormSummary />
        {closeDialog ? (
          // In sight however long the form is.
          <div className="sticky -bottom-4 -mb-4 flex flex-wrap justify-end gap-2 bg-surface pt-2 pb-4">
            {actions ?? <Button onClick={closeDialog}>Cancel</Button>}
            {submit}
          </div>
        ) : (
          // Below the fields, at their edge.
          <div className="flex flex-wrap gap-2">
            {submit}
            {actions}
          </div>
        )}
      </form>
    </FormProvider>
  )
}
