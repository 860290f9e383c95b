import { useSyncExternalStore } from 'react'

import type { Access } from '../api/access.ts'
import { dropToken, IDLE_MS, idleFor, noteSignOut, noteUse, recallToken, storeToken } from './kept-token.ts'

/** How the last session ended: signed out, inactive for long, or token revoked. */
const FAREWELLS = ['signed-out', 'idle', 'revoked'] as const
/** `elsewhere`: a token, perhaps another one, was revoked in another tab. */
export type Farewell = (typeof FAREWELLS)[number] | 'elsewhere'

/** Message to the other tabs. */
type Tabs = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>

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
  readonly signOut: (how: Farewell) => void
  /** How the session ended, until the next sign-in. */
  readonly left: () => Farewell | undefined
  /** The API's message when it refused the token; undefined while it is accepted. */
  readonly refusal: () => string | undefined
  readonly setRefusal: (message: string | undefined) => void
}

/** @param tabs the channel through which this browser's tabs announce a sign-out */
export const createSession = (access: Access = { holder: 'demo', api: '' }, tabs?: Tabs): Session => {
  const listeners = new Set<() => void>()
  const personal = access.holder === 'sign-in'
  let token = access.holder === 'demo' ? 'demo' : undefined
  if (personal) token = recallToken()
  let message: string | undefined
  let left: Farewell | undefined
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const forget = () => {
    if (!personal) return
    token = undefined
    dropToken()
    changed()
  }
  const leave = (how: Farewell) => {
    left = how
    message = undefined
    forget()
  }
  /** Notifies all tabs, including those that are asleep. */
  const tell = (how: Farewell) => {
    noteSignOut()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is its origin's own and takes none
    tabs?.postMessage(how)
  }
  tabs?.addEventListener('message', ({ data }) => {
    const how = FAREWELLS.find((farewell) => farewell === data)
    // After a refused token its user may come back: remove what was stored for them too.
    if (how && (token !== undefined || message !== undefined)) leave(how === 'revoked' ? 'elsewhere' : how)
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
      left = undefined
      // A tab that was asleep would take this for its own user's return.
      if (idleFor() >= IDLE_MS) tell('idle')
      noteUse()
      if (inTab) storeToken(next)
      changed()
    },
    signOut: (how) => {
      tell(how)
      leave(how)
    },
    left: () => left,
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
