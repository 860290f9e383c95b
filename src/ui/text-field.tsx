import { useId, type Ref } from 'react'

import { Icon } from './icon.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  ref?: Ref<HTMLInputElement>
}

/** A search field with its label out of sight: the magnifying glass and the place say it to the eye. */
export const TextField = ({ label, value, onChange, onBlur, placeholder, ref }: TextFieldProps) => {
  const id = useId()
  return (
    <div className="relative w-full max-w-2xl">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Icon name="search" className="pointer-events-none absolute top-2.5 left-2.5 text-muted" />
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
        className="min-h-9 w-full rounded-md border border-control bg-surface py-1 pr-2 pl-8 placeholder:text-muted"
      />
    </div>
  )
}
