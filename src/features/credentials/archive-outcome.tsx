import { Waiting } from '../../ui/waiting.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import type { ClientArchive } from './use-client-archive.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'

/** The result of downloading a user's files: still running, failed, or saved. */
export const ArchiveOutcome = ({
  archive: { busy, cancel, error, message, run, doubts },
}: {
  archive: ClientArchive
}) => (
  <>
    {busy && <Waiting onCancel={cancel} />}
    {error && (
      <ApiProblem error={error} what="The archive couldn’t be made. Nothing was saved." busy={busy} onRetry={run} />
    )}
    <Outcome>{message}</Outcome>
    <DoubtDialog doubts={doubts} />
  </>
)
