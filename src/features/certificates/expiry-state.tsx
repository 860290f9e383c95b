import type { ExpiryState } from '../../domain/expiry.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import type { IconName } from '../../ui/icon.tsx'

const STATES: Record<ExpiryState, { word: string; icon: IconName; tone: BadgeTone }> = {
  valid: { word: 'Valid', icon: 'check', tone: 'ok' },
  renewed: { word: 'Renewed', icon: 'refresh', tone: 'busy' },
  expiring: { word: 'Expiring', icon: 'alert', tone: 'required' },
  expired: { word: 'Expired', icon: 'alert', tone: 'bad' },
  rotation: { word: 'Rotating', icon: 'refresh', tone: 'busy' },
  unused: { word: 'Not used', icon: 'circle', tone: 'optional' },
  unknown: { word: 'Unknown', icon: 'question', tone: 'unknown' },
}

/** A state in words, for filters and sentences. */
export const expiryWord = (state: ExpiryState): string => STATES[state].word

/** The state of a certificate: a word and an icon, never colour alone. */
export const ExpiryMark = ({ state }: { state: ExpiryState }) => {
  const { word, icon, tone } = STATES[state]
  return (
    <Badge tone={tone} icon={icon} strong>
      {word}
    </Badge>
  )
}
