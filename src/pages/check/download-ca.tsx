import { FILE_NAMES } from '../../crypto/files.ts'
import { useCa } from '../../features/ca-certificate/ca-certificate.ts'
import { DoubtDialog } from '../../features/doubts/doubt-dialog.tsx'
import { useFileActions } from '../../features/files/use-file-actions.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Button } from '../../ui/button.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Waiting } from '../../ui/waiting.tsx'

/** The CA of the project whose service an answer is about, right there. */
export const DownloadCa = ({ project }: { project: string }) => {
  const { load } = useCa(project)
  const { busy, message, error, doubts, run, retry, cancel } = useFileActions({
    what: 'CA certificate',
    fileName: FILE_NAMES.ca,
    load,
  })
  return (
    <div className="space-y-2">
      <Button
        icon="download"
        aria-label={`Download ca.pem of ${project}`}
        busy={busy === 'download'}
        onClick={() => {
          run('download')
        }}
      >
        Download ca.pem
      </Button>
      {busy && <Waiting onCancel={cancel} />}
      {error && (
        <ApiProblem
          error={error}
          what="There is no usable CA certificate. Nothing was saved."
          busy={busy !== undefined}
          onRetry={retry}
        />
      )}
      <Outcome>{message}</Outcome>
      <DoubtDialog doubts={doubts} />
    </div>
  )
}
