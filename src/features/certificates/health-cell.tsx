import type { Health, HealthItem } from '../../domain/health.ts'
import type { ExpiryState } from '../../domain/expiry.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'

interface Look {
  /** None where all is well: in a list, only what needs attention has one. */
  readonly icon?: IconName
  readonly className: string
  /** Shown if no end is known, or none matters. */
  readonly word?: string
  /** Beside the certificate's name: a newer one exists. */
  readonly replaced?: string
}

const LOOKS: Record<ExpiryState, Look> = {
  expired: { icon: 'alert', className: 'font-medium text-bad' },
  expiring: { icon: 'alert', className: 'font-medium text-required' },
  renewed: { icon: 'refresh', className: 'font-medium text-busy', replaced: 'renewed' },
  rotation: { icon: 'refresh', className: 'font-medium text-busy', replaced: 'rotating' },
  unknown: { icon: 'question', className: 'text-unknown', word: 'End unknown' },
  valid: { className: '' },
  unused: { icon: 'circle', className: 'text-muted', word: 'Not used' },
}

const nameOf = ({ kind, username }: HealthItem): string => (kind === 'ca' ? 'CA' : (username ?? ''))

const End = ({ end }: { end: Date }) => (
  <>
    {end > new Date() ? 'Ends' : 'Expired'} <RelativeTime iso={end.toISOString()} />
  </>
)

/** Which of a service's certificates ends first, and when: two short lines in every state. */
export const HealthCell = ({ health }: { health: Health | undefined }) => {
  // As high as the final content: a row that grows later would move the others.
  if (!health) return <div className="h-9.5 w-32 stacked:w-72 stacked:max-w-full" />
  const { state, item } = health
  const { icon, className, word, replaced } = LOOKS[state]
  const end = item?.deadline ?? item?.ends
  return (
    <div className={`stacked:min-h-9.5 stacked:w-72 stacked:max-w-full ${className}`}>
      {icon && <Icon name={icon} className="mr-1.5 inline align-text-bottom" />}
      {word ?? (end && <End end={end} />)}
      {item && state !== 'unused' && (
        <div className="text-xs font-normal text-muted">
          {replaced === undefined ? (
            nameOf(item)
          ) : (
            <>
              <span>{nameOf(item)}</span>, {replaced}
            </>
          )}
        </div>
      )}
    </div>
  )
}
