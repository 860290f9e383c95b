import { seenRun } from '../../snippets/seen.ts'
import type { DriverVerdict } from '../../diagnose/connections/connection.ts'
import { formatDay } from '../../ui/relative-time.tsx'

/** How the console knows what a driver does: the run that showed it, or what else there is. */
export const KnownFrom = ({ seen, known }: Pick<DriverVerdict, 'seen' | 'known'>) => {
  const run = seen === undefined ? undefined : seenRun(seen)
  return (
    <p className="text-xs wrap-anywhere text-muted">
      {run ? `Seen with ${run.client} on ${formatDay(new Date(run.date))}: ${run.what}` : `Known from: ${known}`}
    </p>
  )
}
