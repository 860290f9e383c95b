import { useId, type Ref } from 'react'

import { Icon } from './icon.tsx'

export interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  /** Beside fields that have theirs in sight: the label stands above it. */
  showLabel?: boolean
  ref?: Ref<HTMLInputElement>
}

/** A search field with its label out of sight, unless told otherwise: the magnifying glass and the place say it to the eye. */
export const TextField = ({ label, value, onChange, onBlur, placeholder, showLabel = false, ref }: TextFieldProps) => {
  const id = useId()
  return (
    <div className="w-full max-w-2xl">
      <label htmlFor={id} className={showLabel ? 'block text-xs text-muted' : 'sr-only'}>
        {label}
      </label>
      <div className="relative">
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
    </div>
  )
}
