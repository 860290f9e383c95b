import { useImperativeHandle, useState, type Ref, type RefObject } from 'react'
import { useNavigate } from 'react-router'

import { DoubtDialog } from '../../features/doubts/doubt-dialog.tsx'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useCaDownload } from './selection/use-ca-download.ts'
import type { ServiceRow } from './service-rows.ts'

/** Saves a project's CA, and shows the result outside the row, which may disappear. */
export type DownloadCa = (project: string) => void

interface RowActionsProps {
  row: ServiceRow
  download: RefObject<DownloadCa | null>
}

/** The most frequent actions of a row. No CA download if a client that trusts only that CA may fail. A row has one link: its service. */
export const RowActions = ({ row: { project, service, verdict }, download }: RowActionsProps) => {
  const navigate = useNavigate()
  const { service_name: name } = service
  return (
    <>
      {verdict.mark !== 'optional' && (
        <Button icon="download" aria-label={`Download CA: ${name}`} onClick={() => download.current?.(project)}>
          Download CA
        </Button>
      )}
      <Button
        aria-label={`Quick connect: ${name}`}
        onClick={() => void navigate(paths.service(project, name, 'connect'))}
      >
        Quick connect
      </Button>
    </>
  )
}

interface RowDownloadProps {
  ref: Ref<DownloadCa>
}

const Download = ({ ref, onClose }: RowDownloadProps & { onClose: () => void }) => {
  const { busy, message, failure, doubts, run, retry, cancel } = useCaDownload()
  useImperativeHandle(ref, () => (project) => {
    run([project])
  })
  const isQuiet = message === '' && !failure
  return (
    <section
      aria-label="Download"
      className={
        isQuiet && !busy
          ? 'sr-only'
          : 'flex flex-wrap items-center justify-between gap-2 rounded-lg border border-accent bg-surface p-3 shadow-lg print:hidden'
      }
    >
      <Outcome>{message}</Outcome>
      {busy && <Waiting onCancel={cancel} />}
      {failure && <ApiProblem error={failure.error} what={failure.what} busy={busy} onRetry={retry} />}
      {!isQuiet && (
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      )}
      <DoubtDialog doubts={doubts} />
    </section>
  )
}

/** The result of a row's Download, at the bottom of the window. */
export const RowDownload = ({ ref }: RowDownloadProps) => {
  const [nth, setNth] = useState(0)
  return (
    <Download
      key={nth}
      ref={ref}
      onClose={() => {
        setNth(nth + 1)
      }}
    />
  )
}
