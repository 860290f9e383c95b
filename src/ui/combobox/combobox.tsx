import {
  Combobox as ComboboxInput,
  ComboboxItem,
  ComboboxLabel,
  ComboboxPopover,
  ComboboxProvider,
} from '@ariakit/react/combobox'
import { useState } from 'react'

/** Number of options shown at once; typing narrows them down. */
const MAX_SHOWN = 100

export interface ComboboxOption {
  readonly value: string
  readonly label: string
  /** Extra text that is shown and searched. */
  readonly hint?: string
}

interface ComboboxProps {
  label: string
  /** The chosen option's value; '' if none. */
  value: string
  options: readonly ComboboxOption[]
  onChange: (value: string) => void
  placeholder?: string
}

const matches = ({ label, hint = '' }: ComboboxOption, text: string): boolean => {
  const all = `${label} ${hint}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}

/** A choice of many options, found by typing. Use a native select for a few. Text that is typed but not chosen is discarded. */
export const Combobox = ({ label, value, options, onChange, placeholder }: ComboboxProps) => {
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string>()
  const found = typed === undefined ? options : options.filter((option) => matches(option, typed))
  return (
    <ComboboxProvider
      value={typed ?? chosen?.label ?? ''}
      setValue={setTyped}
      selectedValue={value}
      setSelectedValue={onChange}
      setOpen={(open) => {
        if (!open) setTyped(undefined)
      }}
    >
      <div className="max-w-xl">
        <ComboboxLabel className="block text-xs text-muted">{label}</ComboboxLabel>
        <ComboboxInput
          autoSelect="always"
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onFocus={({ currentTarget }) => {
            currentTarget.select()
          }}
          className="min-h-9 w-full rounded-md border border-control bg-surface px-2 py-1 placeholder:text-muted"
        />
        <ComboboxPopover
          fixed
          sameWidth
          gutter={4}
          overflowPadding={8}
          aria-label={label}
          className="z-50 max-h-[min(20rem,var(--popover-available-height))] overflow-y-auto rounded-lg border border-border bg-surface p-1 text-text shadow-lg"
        >
          {found.slice(0, MAX_SHOWN).map((option) => (
            <ComboboxItem
              key={option.value}
              value={option.value}
              setValueOnClick={false}
              className="min-h-8 cursor-default rounded-md px-2 py-1 wrap-anywhere aria-selected:font-medium data-active-item:bg-sunken forced-colors:data-active-item:outline-2"
            >
              {option.label}
              {option.hint !== undefined && <div className="text-xs text-muted">{option.hint}</div>}
            </ComboboxItem>
          ))}
          {found.length === 0 && <div className="px-2 py-1 text-muted">Nothing found</div>}
          {found.length > MAX_SHOWN && (
            <div className="px-2 py-1 text-xs text-muted">
              {found.length - MAX_SHOWN} more: keep typing to narrow the list
            </div>
          )}
        </ComboboxPopover>
      </div>
    </ComboboxProvider>
  )
}
