import { useId } from 'react'

import { usePromptValue } from './use-prompt-value.ts'
import { WholeChoice } from './whole-choice.tsx'

interface SelectProps {
  label: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
  /** Shown while nothing is chosen (`value` is ''). */
  placeholder?: string
  /** Show the label to assistive technology only, if the context makes it clear. */
  hideLabel?: boolean
}

/** A native select with its label: works everywhere, with every input device. */
export const Select = ({ label, value, options, onChange, placeholder, hideLabel = false }: SelectProps) => {
  const id = useId()
  const [chosen, setChosen] = usePromptValue(value)
  return (
    <div className="max-w-full">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'block text-xs text-muted'}>
        {label}
      </label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => {
          setChosen(event.target.value)
          onChange(event.target.value)
        }}
        className="min-h-8 max-w-full rounded-md border border-control bg-surface px-2 py-1 text-ellipsis"
      >
        {placeholder !== undefined && chosen === '' && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <WholeChoice text={options.find((option) => option.value === chosen)?.label} />
    </div>
  )
}
