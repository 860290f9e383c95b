import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

import { keepNear, type Placement } from './place-near.ts'

interface PopoverProps {
  /** Content of the button. */
  button: ReactNode
  className?: string
  buttonClass: string
  /** The popover's name, if it is a group. */
  label?: string
  /** Which edges of the button and the popover are aligned. */
  align: NonNullable<Placement['align']>
  popoverClass: string
  /** Content of the popover. */
  children: (open: boolean) => ReactNode
}

const GAP = 4

/** A button with a native popover below it: Escape and a click elsewhere close it. */
export const Popover = (props: PopoverProps) => {
  const { button, className = '', buttonClass, label, align, popoverClass, children } = props
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const popover = useRef<HTMLDivElement>(null)
  const byMouse = useRef(false)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open || !popover.current || !anchor.current) return
    return keepNear(popover.current, anchor.current, { gap: GAP, align })
  }, [open, align])
  return (
    <div className={`min-w-0 ${className}`}>
      <button
        ref={anchor}
        type="button"
        popoverTarget={id}
        onClick={({ detail }) => {
          byMouse.current = detail > 0
        }}
        className={`rounded-md border border-control bg-surface ${buttonClass}`}
      >
        {button}
      </button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role={label === undefined ? undefined : 'group'}
        aria-label={label}
        // Before it opens, so that it is in place at the first paint.
        onBeforeToggle={({ newState }) => {
          setOpen(newState === 'open')
        }}
        // In Safari a click doesn't focus a button, so Tab starts from the place of the click and skips the popover. Focusing
        // the button anew makes Tab enter it.
        onToggle={({ newState }) => {
          if (newState !== 'open' || !byMouse.current) return
          anchor.current?.blur()
          anchor.current?.focus()
        }}
        className={`fixed inset-auto m-0 max-h-[min(24rem,calc(100dvh-0.75rem))] max-w-[calc(100vw-2rem)] space-y-2 overflow-y-auto rounded-lg border border-border bg-surface text-text shadow-lg ${popoverClass}`}
      >
        {children(open)}
      </div>
    </div>
  )
}
