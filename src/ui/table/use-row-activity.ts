import { useRef, useState, type FocusEvent, type PointerEvent } from 'react'

/** The focus is inside, or in a dialog that was opened from there and will return it. */
const holds = (row: HTMLElement, focused: Element | null): boolean =>
  row.contains(focused) || focused?.closest('dialog') != null

/**
 * Reports which row is hovered or contains the focus, because a list renders its actions once, not per row. The row stays
 * active while a dialog or another window has the focus: a removed button couldn't get it back.
 */
export const useRowActivity = () => {
  const [isNear, setNear] = useState(false)
  const hasFocus = useRef(false)
  const watch = {
    onPointerEnter: ({ pointerType }: PointerEvent<HTMLElement>) => {
      // With touch, hovering is tapping: no button may appear under the finger.
      if (pointerType !== 'touch') setNear(true)
    },
    onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      // A dialog captures the pointer too.
      setNear(hasFocus.current && holds(currentTarget, document.activeElement))
    },
    onFocus: () => {
      hasFocus.current = true
      setNear(true)
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      // If the whole window loses the focus, the page's active element stays the same.
      hasFocus.current = holds(currentTarget, relatedTarget ?? document.activeElement)
      setNear(hasFocus.current || currentTarget.matches(':hover'))
    },
  }
  return { isNear, watch }
}
