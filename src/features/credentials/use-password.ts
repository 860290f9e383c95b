import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useApi } from '../../api/use-api.ts'
import { serviceUserGet } from '../../api/user.ts'
import { useTask } from '../../ui/use-task.ts'
import { readPassword } from '../../crypto/files.ts'
import { copyText } from '../../lib/clipboard.ts'

/** A service user's password: fetched on request, shown until hidden, stored nowhere else. */
export const usePassword = (project: string, service: string, username: string) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const [revealed, setRevealed] = useState<string>()
  const { busy, message, failure, run, cancel } = useTask<'show' | 'copy'>()

  const fetchPassword = async (signal: AbortSignal): Promise<string> => {
    const { password } = await queryClient.fetchQuery(serviceUserGet(api, { project, service, username }))
    signal.throwIfAborted()
    return readPassword(password)
  }

  const show = () =>
    void run('show', async ({ signal }) => {
      setRevealed(await fetchPassword(signal))
      return ''
    })

  /** The password, or undefined if it couldn't be fetched: then `error` says why, unless the user cancelled. */
  const load = async (): Promise<string | undefined> => {
    let found: string | undefined
    await run('copy', async ({ signal }) => {
      found = await fetchPassword(signal)
      return ''
    })
    return found
  }

  /** Retries the copying. The password is revealed only if the browser blocks the clipboard. */
  const copyAgain = () =>
    void run('copy', async ({ signal }) => {
      const outcome = await copyText(fetchPassword(signal))
      if (!outcome || outcome.copied) return 'Copied.'
      setRevealed(outcome.text)
      return 'Your browser blocked the clipboard. The password is shown instead.'
    })

  return {
    revealed,
    error: failure?.error,
    busy: busy !== undefined,
    /** The result of cancelling or retrying, if there is one. */
    message,
    load,
    cancel,
    retry: failure?.label === 'copy' ? copyAgain : show,
    toggle: () => {
      if (revealed === undefined) show()
      else setRevealed(undefined)
    },
  }
}

export type Password = ReturnType<typeof usePassword>
