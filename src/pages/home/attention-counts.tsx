import { Link } from 'react-router'

import type { CertificateRow } from '../../domain/certificate-row.ts'
import { endsSoon } from '../../domain/health.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { formatCount } from '../../ui/relative-time.tsx'

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
}

/** An expired CA is the most prominent message. Its line is reserved from the start, so that nothing moves. */
const CaNote = ({ projects: [first, ...others] }: { projects: readonly string[] }) => (
  <p data-testid="ca-counted" className="truncate text-xs font-semibold text-bad">
    {first === undefined ? (
      <>&nbsp;</>
    ) : (
      `CA of ${first}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'more project')}`}`
    )}
  </p>
)

/** What needs attention, in three counts; each leads to what it counts. */
export const AttentionCounts = ({ rows, endedCas, complete }: AttentionCountsProps) => {
  const now = new Date()
  return (
    <ul aria-label="Certificates that need attention" className="grid gap-3 sm:grid-cols-3">
      {COUNTS.map(({ label, icon, tone, state, counts }) => {
        const count = rows.filter((row) => counts(row, now)).length
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
                {complete || count > 0 ? formatNumber(count) : <span className="text-muted">&hellip;</span>}
                {!complete && count > 0 && <span className="sr-only"> so far</span>}
              </span>
            </Link>
            {state === 'expired' && <CaNote projects={endedCas} />}
          </li>
        )
      })}
    </ul>
  )
}
