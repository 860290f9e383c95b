import { useRef, useState, type FocusEvent, type PointerEvent } from 'react'

/** The focus is inside, or in a dialog that took it from there and gives it back. */
const holds = (row: HTMLElement, focused: Element | null): boolean =>
  row.contains(focused) || focused?.closest('dialog') != null

/**
 * Tells while a row is pointed at, or has the focus somewhere inside: a list has its actions once, not per row. A row stays
 * near while a dialog or another window has its focus: a button that is gone takes no focus back.
 */
export const useNearness = () => {
  const [isNear, setNear] = useState(false)
  const hasFocus = useRef(false)
  const watch = {
    onPointerEnter: ({ pointerType }: PointerEvent<HTMLElement>) => {
      // A finger points at what it taps: nothing may come to stand below it.
      if (pointerType !== 'touch') setNear(true)
    },
    onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      // A dialog takes the pointer too.
      setNear(hasFocus.current && holds(currentTarget, document.activeElement))
    },
    onFocus: () => {
      hasFocus.current = true
      setNear(true)
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      // Where the whole window loses the focus, the page's active element stays what it was.
      hasFocus.current = holds(currentTarget, relatedTarget ?? document.activeElement)
      setNear(hasFocus.current || currentTarget.matches(':hover'))
    },
  }
  return { isNear, watch }
}
