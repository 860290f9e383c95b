import { useState } from 'react'

/**
 * Whether a part of the page is hovered or contains the focus: a button that the user is about to press must not move.
 * Returns the part's event handlers.
 */
export const useHoverOrFocus = () => {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  return {
    isHeld: pointed || focused,
    handlers: {
      onPointerEnter: () => {
        setPointed(true)
      },
      onPointerLeave: () => {
        setPointed(false)
      },
      onFocus: () => {
        setFocused(true)
      },
      onBlur: () => {
        setFocused(false)
      },
    },
  }
}
