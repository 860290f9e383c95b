import { useWatch } from 'react-hook-form'

import { WholeChoice } from '../whole-choice.tsx'
import { CONTROL } from './control.ts'
import { Labelled, useField, type FieldProps } from './field.tsx'

interface SelectFieldProps extends FieldProps {
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[]
}

/** A choice of several options: the browser's own select, which works with every input device and finds by typing. */
export const SelectField = ({ options, ...props }: SelectFieldProps) => {
  const field = useField(props.name)
  const chosen: unknown = useWatch({ name: props.name })
  return (
    <Labelled field={field} {...props}>
      <select {...field.control} className={`text-ellipsis ${CONTROL}`}>
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <WholeChoice text={options.find(({ value }) => value === chosen)?.label} />
    </Labelled>
  )
}
