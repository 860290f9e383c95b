import { useSyncExternalStore } from 'react'

import type { Access } from '../api/access.ts'
import { dropToken, IDLE_MS, idleFor, noteSignOut, noteUse, recallToken, storeToken } from './kept-token.ts'

/** How the last user went: by hand, by doing nothing for long, or with a token that was revoked. */
const FAREWELLS = ['signed-out', 'idle', 'revoked'] as const
/** `elsewhere`: a token was revoked in another tab, which may have been another one. */
export type Farewell = (typeof FAREWELLS)[number] | 'elsewhere'

/** What the other tabs hear. */
type Tabs = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>

/** Who uses the console, as far as the page knows: the token, and whether the API still takes it. */
export interface Session extends Access {
  readonly subscribe: (listener: () => void) => () => void
  /** The token that requests carry, or undefined: the desk adds it, or the user hasn't signed in. */
  readonly token: () => string | undefined
  /** The user must sign in first. */
  readonly signedOut: () => boolean
  /**
   * Keeps a token until it is forgotten: in this page's memory.
   * @param inTab in this tab's own storage too, which a reload finds again and browsers write to disk
   */
  readonly keep: (token: string, inTab: boolean) => void
  /** Forgets the token in every tab because its user goes: the next sign-in doesn't lead back to where that was. */
  readonly signOut: (how: Farewell) => void
  /** How the user went, until somebody signs in. */
  readonly left: () => Farewell | undefined
  /** What the API said when it refused the token, or undefined while all is well. */
  readonly refusal: () => string | undefined
  readonly setRefusal: (message: string | undefined) => void
}

/** @param tabs how tabs of this browser tell each other that somebody has signed out */
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
  /** All tabs, those that sleep included. */
  const tell = (how: Farewell) => {
    noteSignOut()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is its origin's own and takes none
    tabs?.postMessage(how)
  }
  tabs?.addEventListener('message', ({ data }) => {
    const how = FAREWELLS.find((farewell) => farewell === data)
    // Where a refused token's user may come back, nothing may wait for them either.
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
      // Another tab may sleep, and would take this for its own user's return.
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
      // A refused token is of no more use, and must not be tried again.
      if (next !== undefined) forget()
      changed()
    },
  }
}

export const useRefusal = ({ subscribe, refusal }: Session): string | undefined =>
  useSyncExternalStore(subscribe, refusal)

export const useSignedOut = ({ subscribe, signedOut }: Session): boolean => useSyncExternalStore(subscribe, signedOut)
