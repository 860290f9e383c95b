import type { HTMLInputAutoCompleteAttribute } from 'react'

import { CONTROL } from './control.ts'
import { Labelled, useField, type FieldProps } from './field.tsx'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'password' | 'email' | 'datetime-local'
  /** For password managers and the like: `new-password`, `one-time-code`. Off for what only names a thing. */
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Which keyboard phones show. */
  inputMode?: 'numeric' | 'decimal'
  /** Hosts, addresses, queries: of which every character counts. */
  mono?: boolean
  /** Takes the focus as soon as it is there: of a form that a button has just opened. */
  focused?: boolean
  /** Lines of a field for longer text. */
  lines?: number
}

/** A line of text, or several. Numbers are text here as well: the schema reads them, so that a slip stays to be seen. */
export const TextField = ({
  type = 'text',
  autoComplete = 'off',
  inputMode,
  mono,
  focused = false,
  lines,
  ...props
}: TextFieldProps) => {
  const field = useField(props.name)
  const shared = {
    ...field.control,
    autoComplete,
    autoFocus: focused,
    spellCheck: false,
    autoCapitalize: 'off',
    className: `${CONTROL} ${mono ? 'font-mono' : ''}`,
  }
  return (
    <Labelled field={field} {...props}>
      {lines === undefined ? (
        <input {...shared} type={type} inputMode={inputMode} {...(type === 'datetime-local' && { step: 1 })} />
      ) : (
        <textarea {...shared} rows={lines} />
      )}
    </Labelled>
  )
}
