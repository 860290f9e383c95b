import { useSyncExternalStore } from 'react'

import type { Access } from '../api/access.ts'
import {
  removeStoredToken,
  IDLE_MS,
  idleFor,
  recordSignOut,
  recordActivity,
  readStoredToken,
  storeToken,
} from './stored-token.ts'

/** How the last session ended: signed out, inactive for long, or token revoked. */
const SIGN_OUT_REASONS = ['signed-out', 'idle', 'revoked'] as const
/** `elsewhere`: a token, perhaps another one, was revoked in another tab. */
export type SignOutReason = (typeof SIGN_OUT_REASONS)[number] | 'elsewhere'

/** Message to the other tabs. */
type TabChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>

/** The user's session: the token, and whether the API still accepts it. */
export interface Session extends Access {
  readonly subscribe: (listener: () => void) => () => void
  /** The token for requests; undefined if the desk adds it, or the user hasn't signed in. */
  readonly token: () => string | undefined
  /** The user must sign in first. */
  readonly signedOut: () => boolean
  /**
   * Stores a token in this page's memory until sign-out.
   * @param inTab also in this tab's session storage, which survives a reload and which browsers write to disk
   */
  readonly keep: (token: string, inTab: boolean) => void
  /** Signs out in every tab: forgets the token, and the next sign-in doesn't lead back to the last page. */
  readonly signOut: (reason: SignOutReason) => void
  /** How the session ended, until the next sign-in. */
  readonly signOutReason: () => SignOutReason | undefined
  /** The API's message when it refused the token; undefined while it is accepted. */
  readonly refusal: () => string | undefined
  readonly setRefusal: (message: string | undefined) => void
}

/** @param tabs the channel through which this browser's tabs announce a sign-out */
export const createSession = (access: Access = { holder: 'demo', api: '' }, tabs?: TabChannel): Session => {
  const listeners = new Set<() => void>()
  const personal = access.holder === 'sign-in'
  let token = access.holder === 'demo' ? 'demo' : undefined
  if (personal) token = readStoredToken()
  let message: string | undefined
  let signOutReason: SignOutReason | undefined
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const forget = () => {
    if (!personal) return
    token = undefined
    removeStoredToken()
    changed()
  }
  const leave = (reason: SignOutReason) => {
    signOutReason = reason
    message = undefined
    forget()
  }
  /** Notifies all tabs, including those that are asleep. */
  const notifyTabs = (reason: SignOutReason) => {
    recordSignOut()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is its origin's own and takes none
    tabs?.postMessage(reason)
  }
  tabs?.addEventListener('message', ({ data }) => {
    const reason = SIGN_OUT_REASONS.find((candidate) => candidate === data)
    // After a refused token its user may come back: remove what was stored for them too.
    if (reason && (token !== undefined || message !== undefined)) leave(reason === 'revoked' ? 'elsewhere' : reason)
  })
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
    keep: (next, inTab) => {
      token = next
      message = undefined
      signOutReason = undefined
      // A tab that was asleep would take this for its own user's return.
      if (idleFor() >= IDLE_MS) notifyTabs('idle')
      recordActivity()
      if (inTab) storeToken(next)
      changed()
    },
    signOut: (reason) => {
      notifyTabs(reason)
      leave(reason)
    },
    signOutReason: () => signOutReason,
    refusal: () => message,
    setRefusal: (next) => {
      if (message === next) return
      message = next
      // A refused token is useless, and must not be tried again.
      if (next !== undefined) forget()
      changed()
    },
  }
}

export const useRefusal = ({ subscribe, refusal }: Session): string | undefined =>
  useSyncExternalStore(subscribe, refusal)

export const useSignedOut = ({ subscribe, signedOut }: Session): boolean => useSyncExternalStore(subscribe, signedOut)
