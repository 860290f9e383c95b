import type { ButtonHTMLAttributes, Ref } from 'react'

import { Icon, type IconName } from './icon.tsx'
import { PRIMARY } from './primary.ts'

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** The visible word. Accessible names given by `aria-label` begin with it. */
  children: string
  icon?: IconName
  /** The longest word that it will have: what stands beside it doesn't move when its word changes. */
  reserve?: string
  /** After the word: a chevron where something opens. */
  iconAfter?: IconName
  variant?: 'quiet' | 'outline' | 'primary' | 'danger'
  /** Something is under way: said to assistive technology, and clicks are the caller's to ignore. */
  busy?: boolean
  /** Takes several lines where its words don't fit into one. */
  wraps?: boolean
  /** Sends the form that it stands in. */
  submit?: boolean
  ref?: Ref<HTMLButtonElement>
}

const VARIANTS = {
  quiet: 'text-accent hover:bg-accent-soft',
  outline: 'border border-control text-text hover:bg-sunken',
  primary: PRIMARY,
  danger: 'border border-transparent bg-bad text-surface hover:opacity-90',
} as const

/** It looks inactive in forced colours too. What it waits for is said beside it. */
const INACTIVE = 'cursor-not-allowed border border-dashed border-control bg-sunken text-muted'

/** A button of at least 32 px, with a word and perhaps an icon. Stays focusable while busy. */
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
