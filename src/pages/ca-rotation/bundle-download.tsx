import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { useCa } from '../../features/ca-certificate/ca-certificate.ts'
import { DoubtDialog } from '../../features/doubts/doubt-dialog.tsx'
import { useFileActions } from '../../features/files/use-file-actions.ts'
import { FILE_NAMES } from '../../crypto/files.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { Outcome } from '../../ui/outcome.tsx'

interface BundleDownloadProps {
  project: string
  /** How many certificates the file holds. */
  count: number
  isRotating: boolean
}

/** The file that clients should trust. */
export const BundleDownload = ({ project, count, isRotating }: BundleDownloadProps) => {
  const { load } = useCa(project)
  const { busy, message, error, doubts, run, retry, cancel } = useFileActions({
    what: 'CA certificate',
    fileName: FILE_NAMES.ca,
    load,
  })
  return (
    <section aria-labelledby="bundle" className="space-y-2 rounded-lg border border-border bg-surface p-4">
      <h2 id="bundle" className="text-base font-semibold">
        The file to install
      </h2>
      <p className="max-w-3xl">
        {count > 1
          ? `It holds ${String(count)} certificates, the current CA and the new one. Deploy the whole file, so that clients trust both. Java's keytool imports only the first certificate of a file: split it, and import each under an alias of its own.`
          : isRotating
            ? 'It holds one certificate. Once Aiven provides the new CA too, it holds two: install it again then.'
            : 'It holds one certificate: the current CA.'}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          icon="download"
          aria-label="Download CA certificate"
          busy={busy === 'download'}
          onClick={() => {
            run('download')
          }}
        >
          Download
        </Button>
      </div>
      {busy && <Waiting onCancel={cancel} />}
      <Outcome>{message}</Outcome>
      <DoubtDialog doubts={doubts} />
      {error && (
        <ApiProblem
          error={error}
          what="There is no usable CA certificate. Nothing was saved."
          busy={busy !== undefined}
          onRetry={retry}
        />
      )}
    </section>
  )
}
