import { useEffect, useRef, useState, type ReactNode } from 'react'

import { keepNear } from './place-near.ts'

interface TooltipProps {
  /** The tooltip's text. */
  text: string
  /** The word with the tooltip: short, and part of the button's name. */
  children: ReactNode
  /** The button's accessible name, if the word isn't enough; starts with the word. */
  label?: string
  /** Class of the word's button. */
  className?: string
  /** Called on a click on the word, which opens more. */
  onClick?: () => void
}

/** Long enough for a pointer to cross the gap between the word and its sentence. */
const CLOSE_MS = 200

/**
 * A word with a tooltip on hover and focus (WCAG 1.4.13: stays while it or its word is hovered or focused, closes with
 * Escape). The tooltip is in the top layer, so no table or scroll area cuts it off.
 */
export const Tooltip = ({ text, children, label, className = '', onClick }: TooltipProps) => {
  const anchor = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const popover = tip.current
    if (!open || !popover || !anchor.current) return
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    popover.showPopover()
    const stop = keepNear(popover, anchor.current)
    document.addEventListener('keydown', close)
    return () => {
      clearTimeout(closing.current)
      document.removeEventListener('keydown', close)
      stop()
    }
  }, [open])

  const show = () => {
    clearTimeout(closing.current)
    setOpen(true)
  }
  const leave = () => {
    closing.current = setTimeout(() => {
      if (document.activeElement !== anchor.current) setOpen(false)
    }, CLOSE_MS)
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-label={label}
        onPointerEnter={show}
        onPointerLeave={leave}
        // Not `aria-describedby`: text that appears on focus comes too late to be announced with it.
        // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.3, for every role
        aria-description={text}
        onFocus={show}
        onBlur={() => {
          setOpen(false)
        }}
        aria-haspopup={onClick && 'dialog'}
        onClick={onClick ?? show}
        className={`min-h-6 cursor-help rounded-md ${className}`}
      >
        {children}
      </button>
      {open && (
        <span
          ref={tip}
          role="tooltip"
          popover="manual"
          onPointerEnter={show}
          onPointerLeave={leave}
          className="fixed m-0 max-w-xs rounded-md border border-border bg-surface px-3 py-2 text-xs text-text shadow-lg"
        >
          {text}
        </span>
      )}
    </>
  )
}
