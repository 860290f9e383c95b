import type { MouseEvent, ReactNode } from 'react'
import { NavLink } from 'react-router'

import { Icon, type IconName } from '../ui/icon.tsx'

/** On narrow screens the links are in a menu, which closes behind whoever follows one. */
const closeMenu = ({ currentTarget }: MouseEvent<HTMLElement>) => {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}

interface NavItemProps {
  to: string | { pathname: string; search: string }
  icon: IconName
  children: ReactNode
  /** Only this very page is the current one, not those below it. */
  end?: boolean
}

/** A place of the sidebar. */
export const NavItem = ({ to, icon, children, end = false }: NavItemProps) => (
  <li>
    <NavLink
      to={to}
      end={end}
      onClick={closeMenu}
      className="flex min-h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent forced-colors:aria-[current=page]:border"
    >
      <Icon name={icon} />
      {children}
    </NavLink>
  </li>
)

export const GroupName = ({ children }: { children: string }) => (
  <p className="px-2 pt-3 pb-1 text-xs font-medium text-muted">{children}</p>
)
