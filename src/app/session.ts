import { useSyncExternalStore } from 'react'

import type { Access } from '../api/access.ts'

/** Who uses the console, as far as the page knows: the token, and whether the API still takes it. */
export interface Session extends Access {
  readonly subscribe: (listener: () => void) => () => void
  /** The token that requests carry, or undefined: the desk adds it, or the user hasn't signed in. */
  readonly token: () => string | undefined
  /** The user must sign in first. */
  readonly signedOut: () => boolean
  /** Keeps a token, in memory and in this tab's own storage, until `forget`. */
  readonly keep: (token: string) => void
  readonly forget: () => void
  /** Forgets the token because its user signs out: the next sign-in doesn't lead back to where that was. */
  readonly signOut: () => void
  /** The user has signed out, and hasn't signed in since. */
  readonly left: () => boolean
  /** What the API said when it refused the token, or undefined while all is well. */
  readonly refusal: () => string | undefined
  readonly setRefusal: (message: string | undefined) => void
}

const KEY = 'token'

/** The tab's storage may be forbidden: then a reload asks for the token again. */
const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action()
  } catch {
    return undefined
  }
}

export const createSession = (access: Access = { holder: 'demo', api: '' }): Session => {
  const listeners = new Set<() => void>()
  const personal = access.holder === 'sign-in'
  let token = access.holder === 'demo' ? 'demo' : undefined
  if (personal) token = attempt(() => sessionStorage.getItem(KEY)) ?? undefined
  let message: string | undefined
  let left = false
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const forget = () => {
    if (!personal) return
    token = undefined
    attempt(() => {
      sessionStorage.clear()
    })
    changed()
  }
  return {
    ...access,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    token: () => token,
    signedOut: () => personal && token === undefined,
    keep: (next) => {
      token = next
      message = undefined
      left = false
      attempt(() => {
        sessionStorage.setItem(KEY, next)
      })
      changed()
    },
    forget,
    signOut: () => {
      left = true
      forget()
    },
    left: () => left,
    refusal: () => message,
    setRefusal: (next) => {
      if (message === next) return
      message = next
      // A refused token is of no more use, and must not be tried again.
      if (next !== undefined) forget()
      changed()
    },
  }
}

export const useRefusal = ({ subscribe, refusal }: Session): string | undefined =>
  useSyncExternalStore(subscribe, refusal)

export const useSignedOut = ({ subscribe, signedOut }: Session): boolean => useSyncExternalStore(subscribe, signedOut)
