import { Waiting } from '../../ui/waiting.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import type { ClientArchive } from './use-client-archive.ts'
import { Outcome } from '../../ui/outcome.tsx'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'

/** What comes of downloading a user's files: that it takes long, what went wrong, or what was saved. */
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
