import { useId } from 'react'

import { usePromptValue } from './use-prompt-value.ts'

interface ChoiceProps {
  legend: string
  value: string
  options: readonly { readonly value: string; readonly label: string }[]
  onChange: (value: string) => void
  /** Show the legend to assistive technology only, if the options are clear without it. */
  hideLegend?: boolean
}

/** A choice of a few options: native radio buttons that look like one control. */
export const Choice = ({ legend, value, options, onChange, hideLegend = false }: ChoiceProps) => {
  const name = useId()
  const [chosen, setChosen] = usePromptValue(value)
  return (
    <fieldset className="min-w-0">
      <legend className={hideLegend ? 'sr-only' : 'text-xs text-muted'}>{legend}</legend>
      <div className="inline-flex flex-wrap rounded-md border border-control bg-surface p-0.5">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative flex min-h-7 cursor-pointer items-center rounded px-2 has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === chosen}
              onChange={() => {
                setChosen(option.value)
                onChange(option.value)
              }}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
