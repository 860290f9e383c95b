import type { Basis, DriverVerdict } from '../../diagnose/verdicts/verdict.ts'
import { formatDay } from '../../lib/date-format.ts'
import { proofRun } from '../../snippets/proof-runs.ts'

const BASIS: Record<Basis, string> = {
  run: 'Tested with',
  read: 'Read in the code of',
  documented: 'Documented, not tested here:',
  name: 'Judged by a name, not tested here:',
  unknown: 'Not known:',
}

/** How the console knows what a driver does: the run that showed it, or another source. */
export const VerdictSource = ({ seen, basis, source }: Pick<DriverVerdict, 'seen' | 'basis' | 'source'>) => {
  const run = seen === undefined ? undefined : proofRun(seen)
  return (
    <p className="text-xs wrap-anywhere text-muted">
      {run ? `Seen with ${run.client} on ${formatDay(new Date(run.date))}: ${run.what}` : `${BASIS[basis]} ${source}`}
    </p>
  )
}
