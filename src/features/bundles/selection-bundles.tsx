import { useBackend } from '../../api/use-api.ts'
import { useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { Note, Problem } from '../../ui/notice.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { ownSystem } from '../command-line/own-system.ts'
import { useTask } from '../../ui/use-task.ts'
import type { BundleTarget } from './make-selection.ts'
import type { BundleOutcome } from './selection-report.ts'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { useDoubts } from '../doubts/use-doubts.ts'
import { Outcome } from '../../ui/outcome.tsx'

/** Limit: the whole archive is in memory at once. */
const MAX_SERVICES = 200

const NAME = 'aiven-bundles.zip'

/** Services for which no bundle was made, and why. */
const Failed = ({ outcomes }: { outcomes: readonly BundleOutcome[] }) => (
  <ul>
    {outcomes.map(({ project, service, text }) => (
      <li key={`${project}/${service}`} className="wrap-anywhere">
        <bdi>{service}</bdi>: {text}
      </li>
    ))}
  </ul>
)

/** Bundles of the selected services in one ZIP: a folder for each, progress, Cancel, and what couldn't be made. */
export const SelectionBundles = ({ targets }: { targets: readonly BundleTarget[] }) => {
  const backend = useBackend()
  const { busy, message, failure, run, cancel } = useTask<'bundles'>()
  const [done, setDone] = useState(0)
  const [failed, setFailed] = useState<readonly BundleOutcome[]>([])
  const total = targets.length
  const doubts = useDoubts()
  const start = (leavesOut = false) => {
    if (total > MAX_SERVICES) return
    void run('bundles', async ({ signal }) => {
      setDone(0)
      setFailed([])
      const { makeSelection } = await import('./make-selection.ts')
      const options = { targets, system: ownSystem(), signal, onProgress: setDone, leavesOut }
      const { zip, outcomes, doubts: found, sound } = await makeSelection(backend, options)
      const leaveOut = () => {
        start(true)
      }
      if (!doubts.mayHandOver(found, 'Download', start, sound > 0 ? leaveOut : undefined)) return ''
      const missing = outcomes.filter((outcome) => outcome.failed)
      setFailed(missing)
      if (missing.length === outcomes.length) return ''
      saveFile(NAME, zip, 'application/zip')
      return `Saved ${NAME}: bundles of ${String(outcomes.length - missing.length)} of ${String(total)} services, and REPORT.txt`
    })
  }
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon="download"
          busy={busy !== undefined}
          aria-disabled={total > MAX_SERVICES}
          onClick={() => {
            start()
          }}
        >
          {total === 1 ? 'Download bundle' : 'Download bundles'}
        </Button>
        {busy && (
          <>
            <progress value={done} max={total} aria-label="Bundles made" className="accent-accent" />
            <p className="text-muted">
              {done} of {total}
            </p>
            <Button variant="quiet" onClick={cancel}>
              Cancel
            </Button>
          </>
        )}
        {total > MAX_SERVICES && <p className="text-muted">Select at most {MAX_SERVICES} services for bundles.</p>}
      </div>
      {failure && (
        <ApiProblem
          error={failure.error}
          what="The bundles couldn’t be made. Nothing was saved."
          busy={busy !== undefined}
          onRetry={() => {
            start()
          }}
        />
      )}
      <DoubtDialog doubts={doubts} />
      <Outcome>{message}</Outcome>
      {failed.length > 0 && message !== '' && (
        <Note testId="not-made">
          <p>Not made:</p>
          <Failed outcomes={failed} />
        </Note>
      )}
      {failed.length > 0 && message === '' && !busy && (
        <Problem
          testId="not-made"
          actions={
            <Button
              onClick={() => {
                start()
              }}
            >
              Retry
            </Button>
          }
        >
          <p className="font-medium">No bundle could be made. Nothing was saved.</p>
          <Failed outcomes={failed} />
        </Problem>
      )}
    </div>
  )
}
