import type { FocusEvent, PointerEvent } from 'react'

/** Tells while a row is pointed at, or has the focus somewhere inside: a list has its actions once, not per row. */
export const nearness = (tell: (isNear: boolean) => void) => ({
  onPointerEnter: () => {
    tell(true)
  },
  onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
    tell(currentTarget.contains(document.activeElement))
  },
  onFocus: () => {
    tell(true)
  },
  onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    tell(currentTarget.contains(relatedTarget) || currentTarget.matches(':hover'))
  },
})
