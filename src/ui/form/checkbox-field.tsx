import { FieldNotes, useField, type FieldProps } from './field.tsx'

/** Yes or no. */
export const CheckboxField = ({ name, label, hint }: Omit<FieldProps, 'optional'>) => {
  const field = useField(name)
  return (
    <div className="max-w-xl">
      <div className="flex min-h-8 items-baseline gap-2">
        <input {...field.control} type="checkbox" className="size-4 shrink-0 translate-y-0.5 accent-accent" />
        <label htmlFor={field.control.id} className="min-w-0 wrap-anywhere">
          {label}
        </label>
      </div>
      <FieldNotes field={field} hint={hint} />
    </div>
  )
}
