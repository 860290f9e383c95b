import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { serviceUserGet } from '../../api/queries.ts'
import { useTask } from '../../components/use-task.ts'
import { readPassword } from '../../tls/files.ts'

/** A service user's password: fetched when asked for, shown until hidden, kept nowhere else. */
export const usePassword = (project: string, service: string, username: string) => {
  const queryClient = useQueryClient()
  const [revealed, setRevealed] = useState<string>()
  const { busy, message, failure, run, cancel } = useTask<'password'>()

  /** The password, or undefined when it can't be had: then `error` says why, unless the user gave up. */
  const load = async (): Promise<string | undefined> => {
    let found: string | undefined
    await run('password', async ({ signal }) => {
      const { password } = await queryClient.fetchQuery(serviceUserGet(project, service, username))
      signal.throwIfAborted()
      found = readPassword(password)
      return ''
    })
    return found
  }

  const reveal = async () => {
    const found = await load()
    if (found !== undefined) setRevealed(found)
  }

  return {
    revealed,
    error: failure?.error,
    busy: busy !== undefined,
    /** What came of Cancel, or nothing. */
    message,
    load,
    cancel,
    toggle: () => {
      if (revealed === undefined) void reveal()
      else setRevealed(undefined)
    },
  }
}

export type Password = ReturnType<typeof usePassword>
