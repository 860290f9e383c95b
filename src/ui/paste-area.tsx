import type { ComponentProps } from 'react'

interface PasteAreaProps extends Pick<ComponentProps<'textarea'>, 'id' | 'rows' | 'onPaste' | 'aria-describedby'> {
  value: string
  onValue: (value: string) => void
}

/** A field for pasted text, without spell check and autofill. Its label is outside. */
export const PasteArea = ({ onValue, ...field }: PasteAreaProps) => (
  <textarea
    {...field}
    autoComplete="off"
    spellCheck={false}
    translate="no"
    onChange={({ target }) => {
      onValue(target.value)
    }}
    className="w-full rounded-md border border-control bg-surface p-2 font-mono text-xs"
  />
)
