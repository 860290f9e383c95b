import { Menu, MenuItem, MenuSeparator, useMenuStore } from '@ariakit/react/menu'
import { Fragment, useLayoutEffect, type RefObject } from 'react'

import type { MenuEntry } from './menu.tsx'

interface MenuListProps {
  id: string
  label: string
  groups: readonly (readonly MenuEntry[])[]
  /** The button that opened the menu: the menu is placed next to it, and returns the focus to it. */
  button: RefObject<HTMLButtonElement | null>
  onClose: () => void
}

/** The menu itself, open as long as it is rendered. */
export const MenuList = ({ id, label, groups, button, onClose }: MenuListProps) => {
  const store = useMenuStore({
    open: true,
    setOpen: (open) => {
      if (!open) onClose()
    },
    placement: 'bottom-end',
  })
  useLayoutEffect(() => {
    store.setDisclosureElement(button.current)
    store.setAnchorElement(button.current)
    store.setInitialFocus('first')
    store.setAutoFocusOnShow(true)
  }, [store, button])
  return (
    <Menu
      id={id}
      store={store}
      aria-label={label}
      fixed
      gutter={4}
      overflowPadding={8}
      className="z-50 max-h-(--popover-available-height) max-w-72 min-w-44 overflow-y-auto rounded-lg border border-border bg-surface p-1 text-left text-text shadow-lg outline-none"
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, index) => (
          <Fragment key={group[0]?.label}>
            {index > 0 && <MenuSeparator className="my-1 border-border" />}
            {group.map(({ label: word, hint, dangerous, onSelect }) => (
              <MenuItem
                key={word}
                onClick={onSelect}
                aria-description={hint}
                className={`flex min-h-8 cursor-default flex-col justify-center rounded-md px-2.5 py-1 outline-offset-0 data-active-item:bg-sunken forced-colors:data-active-item:outline-2 ${dangerous ? 'text-bad' : ''}`}
              >
                {word}
                {/* Announced as the description, because the item's name is its text. */}
                {hint !== undefined && (
                  <span aria-hidden="true" className="text-xs text-muted">
                    {hint}
                  </span>
                )}
              </MenuItem>
            ))}
          </Fragment>
        ))}
    </Menu>
  )
}
