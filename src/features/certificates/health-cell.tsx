import type { Health, HealthItem } from '../../domain/health.ts'
import type { ExpiryState } from '../../domain/expiry.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'

/** Before a certificate's end: what it is that comes. */
const WORDS: Record<ExpiryState, { readonly word: string; readonly icon: IconName; readonly className: string }> = {
  expired: { word: 'Expired', icon: 'alert', className: 'font-medium text-bad' },
  expiring: { word: 'Ends', icon: 'alert', className: 'font-medium text-required' },
  renewed: { word: 'Renewed, old one ends', icon: 'refresh', className: 'font-medium text-busy' },
  rotation: { word: 'Rotating, old CA ends', icon: 'refresh', className: 'font-medium text-busy' },
  unknown: { word: 'Unknown', icon: 'question', className: 'text-unknown' },
  valid: { word: 'Ends', icon: 'check', className: '' },
  unused: { word: 'Not used', icon: 'circle', className: 'text-muted' },
}

const nameOf = ({ kind, username }: HealthItem): string => (kind === 'ca' ? 'CA' : (username ?? ''))

/** What of a service's certificates ends first, and when. */
export const HealthCell = ({ health }: { health: Health | undefined }) => {
  // As high as what comes: a row that grows later would push the others away.
  if (!health) return <div className="h-9.5 w-32 stacked:w-72 stacked:max-w-full" />
  const { state, item } = health
  const { word, icon, className } = WORDS[state]
  const end = state === 'unused' ? undefined : (item?.deadline ?? item?.ends)
  return (
    <div className="stacked:min-h-9.5 stacked:w-72 stacked:max-w-full">
      <span className={className}>
        <Icon name={icon} className="mr-1.5 inline align-text-bottom" />
        {word} {end && <RelativeTime iso={end.toISOString()} />}
      </span>
      {item && state !== 'unused' && <div className="text-xs text-muted">{nameOf(item)}</div>}
    </div>
  )
}
