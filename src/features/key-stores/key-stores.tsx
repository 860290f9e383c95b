import { useBackend } from '../../api/use-api.ts'
import { lazy, Suspense, useState } from 'react'

import type { ConnectionFacts } from '../../snippets/guide.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import { loadMaterial, type ClientLogin, type ClientMaterial } from '../credentials/client-material.ts'
import { useTask } from '../../ui/use-task.ts'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { useDoubts } from '../doubts/use-doubts.ts'

const KeyStoresDialog = lazy(async () => ({ default: (await import('./key-stores-dialog.tsx')).KeyStoresDialog }))

interface KeyStoresProps {
  project: string
  /** Who logs in with a certificate; without one there is a trust store only. */
  login?: ClientLogin | undefined
  /** For the configuration that goes with the stores, where it is known which endpoint they are for. */
  facts?: ConnectionFacts | undefined
}

/** The button for Java's stores: CA, certificate and key are fetched and checked first, then the dialog opens. */
export const KeyStores = ({ project, login, facts }: KeyStoresProps) => {
  const backend = useBackend()
  const { busy, message, failure, run, cancel } = useTask<'open'>()
  const doubts = useDoubts()
  const [material, setMaterial] = useState<ClientMaterial>()
  const what = login ? 'Key stores' : 'Trust store'
  const open = () =>
    void run('open', async ({ fresh, signal }) => {
      const checked = await loadMaterial(backend, project, login, fresh)
      signal.throwIfAborted()
      if (doubts.mayHandOver(checked.doubts, 'Create', open)) setMaterial(checked)
      return ''
    })
  return (
    <div className="space-y-2">
      <Button aria-haspopup="dialog" busy={busy !== undefined} onClick={open}>
        {what}
      </Button>
      {busy && <Waiting onCancel={cancel} />}
      {/* Only while there is something to say: the row that this stands in has a status of its own. */}
      {message !== '' && (
        <p role="status" className="text-muted">
          {message}
        </p>
      )}
      {failure && (
        <ApiProblem
          error={failure.error}
          what={`No ${what.toLowerCase()} can be made.`}
          busy={busy !== undefined}
          onRetry={open}
        />
      )}
      <DoubtDialog doubts={doubts} />
      {material && (
        <Suspense>
          <KeyStoresDialog
            project={project}
            material={material}
            facts={facts}
            onClose={() => {
              setMaterial(undefined)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
