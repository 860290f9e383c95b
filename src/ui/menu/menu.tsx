import { lazy, Suspense, useId, useRef, useState, type ComponentProps } from 'react'

import { Button } from '../button.tsx'

export interface MenuEntry {
  readonly label: string
  /** What is worth knowing before it is chosen. */
  readonly hint?: string
  readonly dangerous?: boolean
  readonly onSelect: () => void
}

interface MenuProps {
  /** The button's word, and the menu's name. */
  label: string
  /** What can be chosen, in groups with a line between them. */
  groups: readonly (readonly MenuEntry[])[]
  variant?: ComponentProps<typeof Button>['variant']
}

/** Half of the price of a first screen (docs/decisions/0065-headless-library.md): fetched when someone is about to open a menu. */
const loadList = async () => ({ default: (await import('./menu-list.tsx')).MenuList })
const MenuList = lazy(loadList)
const prepare = () => void loadList().catch(() => undefined)

/** A button that opens a menu of things to do: arrows, Home, End and typing move, Escape closes. */
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
        <Suspense>
          <MenuList
            id={id}
            label={label}
            groups={groups}
            button={button}
            onClose={() => {
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </span>
  )
}
