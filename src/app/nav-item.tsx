import type { ReactNode } from 'react'
import { NavLink } from 'react-router'

import { Icon, type IconName } from '../ui/icon.tsx'
import { closeMenu } from './close-menu.ts'

interface NavItemProps {
  to: string | { pathname: string; search: string }
  icon: IconName
  children: ReactNode
  /** Mark it as current only on this exact page, not on pages below it. */
  end?: boolean
}

/** A link in the sidebar. */
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
