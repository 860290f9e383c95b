import { useLayoutEffect, useRef } from 'react'

/** What was typed before the palette's code was there. */
export interface TypedEarly {
  readonly text: string
  /** Enter was pressed behind it. */
  readonly entered: boolean
}

interface EarlyFieldProps {
  onType: (early: TypedEarly) => void
  onClose: () => void
}

/** Stands for the palette's field while its code is on its way, so that no key is lost, nor meant for the page. */
export const EarlyField = ({ onType, onClose }: EarlyFieldProps) => {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    return () => {
      // Where the palette gives the focus back to.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <input
      ref={field}
      aria-label="Page, project or service"
      autoComplete="off"
      spellCheck={false}
      className="sr-only"
      onChange={({ target }) => {
        onType({ text: target.value, entered: false })
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (!text.includes('\n')) return
        // A field of one line would lose its line ends, and what it is with them.
        event.preventDefault()
        onType({ text, entered: false })
      }}
      onKeyDown={({ key, nativeEvent, currentTarget }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) onType({ text: currentTarget.value, entered: true })
        if (key === 'Escape') onClose()
      }}
    />
  )
}
