import type { MouseEvent } from 'react'

/** Called when a link of a menu is followed: the menu closes. */
export const closeMenu = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}
