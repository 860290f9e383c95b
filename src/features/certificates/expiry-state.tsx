import type { ExpiryState } from '../../domain/expiry.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const STATES: Record<ExpiryState, { word: string; icon: IconName; className: string }> = {
  valid: { word: 'Valid', icon: 'check', className: 'bg-ok-ground text-ok' },
  renewed: { word: 'Renewed', icon: 'refresh', className: 'bg-busy-ground text-busy' },
  expiring: { word: 'Expiring', icon: 'alert', className: 'bg-required-ground text-required' },
  expired: { word: 'Expired', icon: 'alert', className: 'bg-bad-ground text-bad' },
  rotation: { word: 'Rotation under way', icon: 'refresh', className: 'bg-busy-ground text-busy' },
  unused: { word: 'Not used', icon: 'circle', className: 'bg-sunken text-muted' },
  unknown: { word: 'Unknown', icon: 'question', className: 'bg-unknown-ground text-unknown' },
}

/** A state in words, for filters and sentences. */
export const expiryWord = (state: ExpiryState): string => STATES[state].word

/** The state of a certificate: a word and an icon, never colour alone. */
export const ExpiryMark = ({ state }: { state: ExpiryState }) => {
  const { word, icon, className } = STATES[state]
  return (
    <span className={`inline-flex min-h-6 items-center gap-1 rounded-md px-2 font-medium ${className}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}
