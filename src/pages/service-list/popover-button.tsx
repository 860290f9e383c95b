import type { ReactNode } from 'react'

import { Icon } from '../../ui/icon.tsx'
import { Popover } from '../../ui/popover.tsx'

interface PopoverButtonProps {
  label: string
  children: ReactNode
}

/** A button of the list's tools, and what it opens. */
export const PopoverButton = ({ label, children }: PopoverButtonProps) => (
  <Popover
    label={label}
    align="right"
    button={
      <>
        {label}
        <Icon name="chevron" />
      </>
    }
    buttonClass="inline-flex min-h-8 items-center gap-1.5 px-2.5 py-1 font-medium hover:bg-sunken"
    popoverClass="w-72 p-3"
  >
    {() => children}
  </Popover>
)
