import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { serviceUserGet } from '../../api/queries.ts'
import { readPassword } from '../../tls/files.ts'

/** A service user's password: fetched when asked for, shown until hidden, kept nowhere else. */
export const usePassword = (project: string, service: string, username: string) => {
  const queryClient = useQueryClient()
  const [revealed, setRevealed] = useState<string>()
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)

  /** The password, or undefined when it can't be had: then `error` says why. */
  const load = async (): Promise<string | undefined> => {
    setBusy(true)
    try {
      const { password } = await queryClient.fetchQuery(serviceUserGet(project, service, username))
      const checked = readPassword(password)
      setError(undefined)
      return checked
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
      return undefined
    } finally {
      setBusy(false)
    }
  }

  const reveal = async () => {
    setRevealed(await load())
  }

  return {
    revealed,
    error,
    busy,
    load,
    toggle: () => {
      if (revealed === undefined) void reveal()
      else setRevealed(undefined)
    },
  }
}

export type Password = ReturnType<typeof usePassword>
