import { useBackend } from '../../api/use-api.ts'

import type { ConnectionFacts, Guide, System } from '../../snippets/guide.ts'
import { safeStem } from '../../crypto/files.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import { useClientCredentials } from '../credentials/client-credentials.ts'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { useDoubts } from '../doubts/use-doubts.ts'
import { useTask } from '../../ui/use-task.ts'
import { Outcome } from '../../ui/outcome.tsx'

interface BundleButtonProps {
  project: string
  service: string
  /** The service user who logs in, if there is one. */
  username: string | undefined
  facts: ConnectionFacts
  guide: Guide
  system: System
}

/** One ZIP with everything that a client needs for one endpoint, made on request from files that were just checked. */
export const BundleButton = ({ project, service, username = '', facts, guide, system }: BundleButtonProps) => {
  const backend = useBackend()
  const load = useClientCredentials(project, service, username)
  const { busy, message, failure, run, cancel } = useTask<'bundle'>()
  const doubts = useDoubts()
  const start = () =>
    void run('bundle', async ({ fresh, signal }) => {
      const { loadBundleMaterial, makeBundle, zipBundles } = await import('./make-bundle.ts')
      const login = { service, username, load }
      const material = await loadBundleMaterial(backend, facts, login, fresh)
      signal.throwIfAborted()
      if (material && !doubts.mayHandOver(material.doubts, 'Download', start)) return ''
      const folder = safeStem(`${service}-${guide.id}`)
      const files = await makeBundle({ facts, guide, system, material, now: new Date() })
      signal.throwIfAborted()
      saveFile(`${folder}.zip`, zipBundles(new Map([[folder, files]])), 'application/zip')
      const whose = material ? `. ${material.ca.description}` : ''
      return `Saved ${folder}.zip: ${files.map(({ name }) => name).join(', ')}${whose}`
    })
  return (
    <div className="space-y-2">
      <p className="text-muted">
        Or download everything as one ZIP: files, configuration, and a script that verifies the server before you send
        it anything.
      </p>
      <Button icon="download" busy={busy !== undefined} onClick={start}>
        Download bundle
      </Button>
      {busy && <Waiting onCancel={cancel} />}
      <DoubtDialog doubts={doubts} />
      {failure && (
        <ApiProblem
          error={failure.error}
          what="The bundle couldn’t be made. Nothing was saved."
          busy={busy !== undefined}
          onRetry={start}
        />
      )}
      <Outcome>{message}</Outcome>
    </div>
  )
}
