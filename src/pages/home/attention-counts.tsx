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
  /** Number of projects, names of those that couldn't be read in full and of those of which nothing could be read. */
  projects: { readonly all: number; readonly incomplete: readonly string[]; readonly unread: readonly string[] }
}

/** An expired CA is the most prominent message. */
const caWords = ([first, ...others]: readonly string[]): string | undefined =>
  first === undefined
    ? undefined
    : `CA of ${first}${others.length === 0 ? '' : ` and ${formatCount(others.length, 'more project')}`}`

/** What the counts lack; once for all of them, because the list of projects says the rest. */
const lackWords = ({ all, incomplete, unread }: AttentionCountsProps['projects']): string | undefined => {
  if (unread.length === all) return 'No project could be read'
  if (incomplete.length === 0) return undefined
  const words = `${formatNumber(incomplete.length)} of ${formatCount(all, 'project')} not counted in full`
  return incomplete.length === 1 ? `${words}: ${String(incomplete[0])}` : words
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
  const isUnknown = complete && projects.unread.length === projects.all
  const lack = complete ? lackWords(projects) : undefined
  const ca = caWords(endedCas)
  return (
    <div className="space-y-1">
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
              {state === 'expired' && (
                <p data-testid={ca && 'ca-counted'} className="truncate text-xs font-semibold text-bad">
                  {ca ?? <>&nbsp;</>}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      <p
        data-testid={lack && 'counts-lack'}
        className="text-xs wrap-anywhere text-muted max-sm:min-h-[2lh] sm:truncate"
      >
        {lack ?? <>&nbsp;</>}
      </p>
    </div>
  )
}
