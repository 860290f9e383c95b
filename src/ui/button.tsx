import type { ButtonHTMLAttributes, Ref } from 'react'

import { Icon, type IconName } from './icon.tsx'
import { PRIMARY } from './primary.ts'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** The visible text. An `aria-label` starts with it. */
  children: string
  icon?: IconName
  /** The longest text it will show, so that its neighbours don't move when the text changes. */
  reserve?: string
  /** Icon after the text: a chevron if something opens. */
  iconAfter?: IconName
  variant?: 'quiet' | 'outline' | 'primary' | 'danger'
  /** A task is running: announced to assistive technology. The caller must ignore clicks. */
  busy?: boolean
  /** The text may wrap. */
  wraps?: boolean
  /** Submits its form. */
  submit?: boolean
  ref?: Ref<HTMLButtonElement>
}

const VARIANTS = {
  quiet: 'text-accent hover:bg-accent-soft',
  outline: 'border border-control text-text hover:bg-sunken',
  primary: PRIMARY,
  danger: 'border border-transparent bg-bad text-surface hover:opacity-90',
} as const

/** Looks disabled in forced colours too. The text beside it says what it waits for. */
const INACTIVE = 'cursor-not-allowed border border-dashed border-control bg-sunken text-muted'

/** A button at least 32 px high, with text and an optional icon. Stays focusable while busy. */
export const Button = ({
  children,
  icon,
  iconAfter,
  reserve,
  variant = 'outline',
  busy = false,
  submit = false,
  wraps = false,
  ...rest
}: ButtonProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    className={`inline-flex min-h-8 items-center gap-1.5 rounded-md px-1.5 py-1 font-medium ${wraps ? 'text-left wrap-anywhere' : 'whitespace-nowrap'} sm:px-2.5 print:hidden ${rest['aria-disabled'] === true ? INACTIVE : VARIANTS[variant]} ${busy ? 'cursor-progress' : ''}`}
    aria-busy={busy}
    {...rest}
  >
    {icon && (
      <Icon
        name={busy ? 'spinner' : icon}
        className={`${busy ? 'animate-spin' : ''} ${variant === 'quiet' ? 'max-[22rem]:hidden' : ''}`}
      />
    )}
    {reserve === undefined ? (
      children
    ) : (
      <span
        data-reserve={reserve}
        className="text-left after:invisible after:block after:h-0 after:overflow-hidden after:content-[attr(data-reserve)_/_'']"
      >
        {children}
      </span>
    )}
    {iconAfter && <Icon name={iconAfter} />}
  </button>
)
