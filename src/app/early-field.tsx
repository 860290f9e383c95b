import { useLayoutEffect, useRef } from 'react'

/** What was typed before the palette's code was loaded. */
export interface EarlyText {
  readonly text: string
  /** Enter was pressed after it. */
  readonly entered: boolean
}

interface EarlyFieldProps {
  onType: (early: EarlyText) => void
  onClose: () => void
}

/** Replaces the palette's field while its code is loading, so that keys aren't lost and don't reach the page. */
export const EarlyField = ({ onType, onClose }: EarlyFieldProps) => {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    return () => {
      // The element that gets the focus back from the palette.
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
        // A one-line field would drop the line breaks, and the text couldn't be recognised.
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
