import { Link } from 'react-router'

import type { CertificateRow } from '../../domain/certificate-row.ts'
import { endsSoon } from '../../domain/health.ts'
import { formatCount, formatNumber } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const DAYS = 60

interface Count {
  readonly label: string
  readonly icon: IconName
  /** Where there are any. */
  readonly tone: string
  readonly state: string
  readonly counts: (row: CertificateRow, now: Date) => boolean
}

const COUNTS: readonly Count[] = [
  { label: 'Expired', icon: 'alert', tone: 'text-bad', state: 'expired', counts: ({ state }) => state === 'expired' },
  {
    label: `Ending within ${String(DAYS)} days`,
    icon: 'alert',
    tone: 'text-required',
    state: `within-${String(DAYS)}`,
    counts: (row, now) => endsSoon(row, DAYS, now),
  },
  {
    label: 'Rotating',
    icon: 'refresh',
    tone: 'text-busy',
    state: 'rotation',
    counts: ({ state }) => state === 'rotation',
  },
]

interface AttentionCountsProps {
  rows: readonly CertificateRow[]
  /** Projects whose CA has expired, while services need it. */
  endedCas: readonly string[]
  /** Every project has answered, so a 0 is final. */
  complete: boolean
  /** Number of projects, of those that couldn't be read in full, and of those of which nothing could be read. */
  projects: { readonly all: number; readonly incomplete: number; readonly unread: number }
}

/** An expired CA is the most prominent message. */
const caWords = ([first, ...others]: readonly string[]): string | undefined =>
  first === undefined
    ? undefined
    : `CA of ${first}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'more project')}`}`

/** What the counts lack. */
const lackWords = ({ all, incomplete, unread }: AttentionCountsProps['projects']): string | undefined => {
  if (unread === all) return 'No project could be read'
  return incomplete === 0 ? undefined : `${formatNumber(incomplete)} of ${formatCount(all, 'project')} incomplete`
}

const Unknown = () => (
  <>
    <span aria-hidden="true">&ndash;</span>
    <span className="sr-only">Unknown</span>
  </>
)

/** What needs attention, in three counts; each leads to what it counts. */
export const AttentionCounts = ({ rows, endedCas, complete, projects }: AttentionCountsProps) => {
  const now = new Date()
  const isUnknown = complete && projects.unread === projects.all
  const lack = complete ? lackWords(projects) : undefined
  return (
    <ul aria-label="Certificates that need attention" className="grid gap-3 sm:grid-cols-3">
      {COUNTS.map(({ label, icon, tone, state, counts }) => {
        const count = rows.filter((row) => counts(row, now)).length
        const ca = state === 'expired' ? caWords(endedCas) : undefined
        return (
          <li
            key={state}
            className="relative rounded-lg border border-border bg-surface p-4 focus-within:border-accent hover:border-accent"
          >
            <Link
              to={paths.certificates({ state })}
              className="flex items-center justify-between gap-3 after:absolute after:inset-0 after:rounded-lg"
            >
              <span className="flex items-center gap-2 font-medium">
                <Icon name={icon} className={count > 0 ? tone : 'text-muted'} />
                {label}
              </span>{' '}
              <span className={`text-xl font-semibold tabular-nums ${count > 0 ? tone : ''}`}>
                {isUnknown ? (
                  <Unknown />
                ) : complete || count > 0 ? (
                  formatNumber(count)
                ) : (
                  <span className="text-muted">&hellip;</span>
                )}
                {!complete && count > 0 && (
                  <>
                    {/* Outside the flow, so that the number stays in its place when the counting ends. */}
                    <span aria-hidden="true" className="absolute">
                      +
                    </span>
                    <span className="sr-only"> so far</span>
                  </>
                )}
              </span>
            </Link>
            {/* The line is reserved from the start, so that nothing moves. */}
            <p
              data-testid={ca === undefined ? 'counts-lack' : 'ca-counted'}
              className={`truncate text-xs ${ca === undefined ? 'text-muted' : 'font-semibold text-bad'}`}
            >
              {ca ?? lack ?? <>&nbsp;</>}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
