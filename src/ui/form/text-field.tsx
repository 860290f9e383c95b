import type { HTMLInputAutoCompleteAttribute } from 'react'

import { CONTROL } from './control.ts'
import { Labelled, useField, type FieldProps } from './field.tsx'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'password' | 'email' | 'datetime-local'
  /** For password managers and autofill: `new-password`, `one-time-code`. Off for names of things. */
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** Which keyboard phones show. */
  inputMode?: 'numeric' | 'decimal'
  /** For hosts, addresses and queries, where every character counts. */
  mono?: boolean
  /** Takes the focus when it appears: for a form that a button has just opened. */
  focused?: boolean
  /** Number of lines, for longer text. */
  lines?: number
}

/** A field for one line of text, or several. Numbers are text too: the schema parses them, so that a typo stays visible. */
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
