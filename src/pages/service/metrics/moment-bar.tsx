import type { ReactNode } from 'react'
import { Link } from 'react-router'

import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { useCursorTime, type Cursor } from '../../../ui/chart/cursor.ts'
import { Moment } from '../../../ui/moment.tsx'
import type { Interval } from '../../../ui/chart/scale.ts'
import type { Tick } from '../../../ui/chart/time-ticks.ts'

/** Events within this share of the shown period count as at the highlighted moment. */
const NEAR = 0.008

interface MomentBarProps {
  project: string
  service: string
  cursor: Cursor
  /** The moment in the URL. */
  kept: number | undefined
  interval: Interval
  marks: readonly Tick[]
  onClear: () => void
}

const Bar = ({ children, isEmpty = false }: { children: ReactNode; isEmpty?: boolean }) => (
  <div
    className={`sticky top-(--sticky-top) z-2 flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 border-b border-border bg-canvas py-1 print:static ${isEmpty ? 'print:hidden' : ''}`}
  >
    {children}
  </div>
)

/** The moment that all charts highlight, its events, and a link to its logs. Keeps its height when empty. */
export const MomentBar = ({ project, service, cursor, kept, interval, marks, onClear }: MomentBarProps) => {
  const time = useCursorTime(cursor)
  if (time === undefined) {
    return (
      <Bar isEmpty>
        <p className="text-muted">
          Hover over a chart or use the arrow keys to read its values. Click or press Enter to pin a moment.
        </p>
      </Bar>
    )
  }
  const near = marks.filter(({ at }) => Math.abs(at - time) <= NEAR * (interval.to - interval.from))
  const iso = new Date(time).toISOString()
  return (
    <Bar>
      <p data-testid="moment" className="font-medium">
        <Moment iso={iso} />
      </p>
      {kept === time && (
        <>
          <Link
            to={{ pathname: paths.service(project, service, 'logs'), search: `?at=${encodeURIComponent(iso)}` }}
            className="flex min-h-8 items-center text-accent underline"
          >
            Logs at this moment
          </Link>
          <Button variant="quiet" onClick={onClear}>
            Clear
          </Button>
        </>
      )}
      {near.length > 0 && (
        <p data-testid="moment-events" className="min-w-0 wrap-anywhere text-muted">
          ▼ {near.map(({ label }) => label).join('; ')}
        </p>
      )}
    </Bar>
  )
}
