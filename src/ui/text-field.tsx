import { useId, type Ref } from 'react'

import { Icon } from './icon.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  /** Show the label above the field, beside other fields with visible labels. */
  showLabel?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A search field. By default its label is visually hidden: the magnifying glass shows what it is. */
export const TextField = ({ label, value, onChange, onBlur, placeholder, showLabel = false, ref }: TextFieldProps) => {
  const id = useId()
  return (
    <div className="w-full max-w-2xl">
      <label htmlFor={id} className={showLabel ? 'block text-xs text-muted' : 'sr-only'}>
        {label}
      </label>
      <div className="relative">
        <Icon name="search" className="pointer-events-none absolute top-2 left-2.5 text-muted" />
        <input
          ref={ref}
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={value}
          placeholder={placeholder ?? label}
          onChange={(event) => {
            onChange(event.target.value)
          }}
          onBlur={onBlur}
          className="min-h-8 w-full rounded-md border border-control bg-surface py-1 pr-2 pl-8 placeholder:text-muted"
        />
      </div>
    </div>
  )
}
