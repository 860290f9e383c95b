import { useState } from 'react'

/**
 * Whether somebody points at a part of the page, or is in it by keyboard: what one is about to press must not move away.
 * The handlers are that part's.
 */
export const useHeld = () => {
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
