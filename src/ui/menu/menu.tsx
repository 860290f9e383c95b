import { useId, useRef, useState, type ComponentProps } from 'react'

import { Button } from '../button.tsx'
import { onDemand } from '../on-demand.tsx'

export interface MenuEntry {
  readonly label: string
  /** A note about the item. */
  readonly hint?: string
  readonly dangerous?: boolean
  readonly onSelect: () => void
}

interface MenuProps {
  /** The button's text, and the menu's name. */
  label: string
  /** Items in groups, with a line between groups. */
  groups: readonly (readonly MenuEntry[])[]
  variant?: ComponentProps<typeof Button>['variant']
}

/** A large part of the first screen's budget (docs/decisions/0065-headless-library.md), so loaded when a user is about to open a menu. */
const loadList = async () => (await import('./menu-list.tsx')).MenuList
const MenuList = onDemand(loadList)
const prepare = () => void loadList().catch(() => undefined)

/** A button that opens a menu of actions: arrow keys, Home, End and typing move, Escape closes. */
export const Menu = ({ label, groups, variant = 'outline' }: MenuProps) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <span className="print:hidden">
      <Button
        ref={button}
        variant={variant}
        iconAfter="chevron"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => {
          setOpen(!open)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {open && (
        <MenuList
          id={id}
          label={label}
          groups={groups}
          button={button}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </span>
  )
}
