import { useId, type ReactNode } from 'react'
import { get, useFormContext, type UseFormRegisterReturn } from 'react-hook-form'

/** Props of every field. */
export interface FieldProps {
  /** The field's name in the form's schema: `service_name`, `maintenance.dow`. */
  name: string
  label: string
  /** What the field is for, or what it accepts. */
  hint?: ReactNode
  /** May be empty: shown beside the label. */
  optional?: boolean
}

/** Props that connect a control to its label, hint and error. */
export interface ControlProps extends UseFormRegisterReturn {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
}

interface Field {
  readonly control: ControlProps
  readonly hintId: string
  readonly errorId: string
  readonly error: string | undefined
}

/** @throws if the form's initial values lack the field: it would never be sent */
export const useField = (name: string): Field => {
  const { register, formState } = useFormContext()
  const id = useId()
  if (get(formState.defaultValues, name) === undefined) throw new Error(`The form has no field "${name}".`)
  const error: unknown = get(formState.errors, `${name}.message`)
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  return {
    control: {
      ...register(name),
      id,
      'aria-describedby': `${hintId} ${errorId}`,
      'aria-invalid': typeof error === 'string',
    },
    hintId,
    errorId,
    error: typeof error === 'string' ? error : undefined,
  }
}

/** The field's hint, and its error. */
export const FieldNotes = ({ field, hint }: { field: Field; hint: ReactNode }) => (
  <>
    <div id={field.hintId} className="text-xs wrap-anywhere text-muted empty:hidden">
      {hint}
    </div>
    <div id={field.errorId} className="text-xs font-medium wrap-anywhere text-bad empty:hidden">
      {field.error}
    </div>
  </>
)

interface LabelledProps extends FieldProps {
  field: Field
  children: ReactNode
}

/** A label, its control, then hint and error. */
export const Labelled = ({ field, label, hint, optional = false, children }: LabelledProps) => (
  <div className="max-w-xl space-y-1 in-[dialog]:max-w-none">
    <div className="flex flex-wrap items-baseline gap-x-2">
      <label htmlFor={field.control.id} className="font-medium">
        {label}
      </label>
      {optional && <span className="text-xs text-muted">Optional</span>}
    </div>
    {children}
    <FieldNotes field={field} hint={hint} />
  </div>
)
