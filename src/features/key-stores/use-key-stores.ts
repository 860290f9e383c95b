import { useState } from 'react'

import { useBackend } from '../../api/use-api.ts'
import type { ConnectionFacts } from '../../snippets/guide.ts'
import { useTask } from '../../ui/use-task.ts'
import { loadMaterial, type ClientLogin, type ClientMaterial } from '../credentials/client-material.ts'
import { useDoubts } from '../doubts/use-doubts.ts'

export interface KeyStoresOf {
  readonly project: string
  /** The user who logs in with a certificate; without one, only a trust store is made. */
  readonly login?: ClientLogin | undefined
  /** For the stores' configuration, if it's known which endpoint they are for. */
  readonly facts?: ConnectionFacts | undefined
}

/** Fetches and checks CA, certificate and key, then opens the dialog that makes Java's stores. */
export const useKeyStores = (of: KeyStoresOf) => {
  const { project, login } = of
  const backend = useBackend()
  const { busy, message, failure, run, cancel } = useTask<'open'>()
  const doubts = useDoubts()
  const [material, setMaterial] = useState<ClientMaterial>()
  const open = () =>
    void run('open', async ({ fresh, signal }) => {
      const checked = await loadMaterial(backend, project, login, fresh)
      signal.throwIfAborted()
      if (doubts.mayHandOver(checked.doubts, 'Create', open)) setMaterial(checked)
      return ''
    })
  return {
    of,
    /** What can be made. */
    what: login ? 'Key stores' : 'Trust store',
    busy: busy !== undefined,
    message,
    failure,
    doubts,
    material,
    open,
    cancel,
    close: () => {
      setMaterial(undefined)
    },
  }
}
