import type { ComponentProps } from 'react'

import { FILE_NAMES } from '../../crypto/files.ts'
import { Button } from '../../ui/button.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { useFileActions } from '../files/use-file-actions.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { useCa } from './ca-certificate.ts'

interface DownloadCaProps extends Pick<ComponentProps<typeof Button>, 'variant' | 'children'> {
  project: string
  /** The button's accessible name. */
  label: string
}

/** A button that saves the project's CA, and the result. */
export const DownloadCa = ({ project, label, ...button }: DownloadCaProps) => {
  const { load, pem } = useCa(project)
  const { busy, message, error, doubts, run, retry, cancel } = useFileActions({
    what: 'CA certificate',
    fileName: FILE_NAMES.ca,
    load,
    expected: pem,
  })
  return (
    <div className="space-y-2">
      <Button
        {...button}
        icon="download"
        aria-label={label}
        busy={busy === 'download'}
        onClick={() => {
          run('download')
        }}
      />
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
