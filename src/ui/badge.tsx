import { Icon, type IconName } from './icon.tsx'

const TONES = {
  required: 'bg-required-ground text-required',
  optional: 'bg-optional-ground text-optional',
  unknown: 'bg-unknown-ground text-unknown',
  ok: 'bg-ok-ground text-ok',
  busy: 'bg-busy-ground text-busy',
  bad: 'bg-bad-ground text-bad',
} as const

export type BadgeTone = keyof typeof TONES

interface BadgeProps {
  tone: BadgeTone
  icon: IconName
  /** Stands out among other badges. */
  strong?: boolean
  children: string
}

/** A badge's class, for an element that is one itself. */
export const badgeClass = (tone: BadgeTone, strong = false): string =>
  `inline-flex items-baseline gap-1 rounded-md px-2 leading-6 whitespace-nowrap forced-colors:border ${strong ? 'font-semibold' : ''} ${TONES[tone]}`

/** A state as a word with an icon: never colour alone, and with a border where backgrounds aren't painted. */
export const Badge = ({ tone, icon, strong, children }: BadgeProps) => (
  <span className={badgeClass(tone, strong)}>
    {/* Not the first in line: text beside a badge is level with the badge’s text. */}
    <Icon name={icon} className="self-center" />
    {children}
  </span>
)
