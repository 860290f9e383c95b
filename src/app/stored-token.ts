/** The token in the tab's session storage, if the user wants it stored, and how long it may be used. */
import { storeItem, storedItem } from '../lib/browser-storage.ts'

/** Keys in the tab's storage: the token, and when it was stored. Discarded and restored tabs still have them. */
const [TOKEN, SINCE] = ['token', 'token-since']
/** Keys in the browser's storage: the times of the last sign-out and the last activity, of any user. */
const [SIGNED_OUT, USED] = ['signed-out', 'last-used']

/** After this long without user activity, the user is signed out. */
export const IDLE_MS = 30 * 60_000
/** Shortest time between two writes of the last activity. */
const ACTIVITY_WRITE_MS = 5000

/** The tab's storage may be blocked: then a reload asks for the token again. */
const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action()
  } catch {
    return undefined
  }
}

/** Milliseconds since the last user activity in any tab; 0 if unknown. */
export const idleFor = (): number => Math.max(0, Date.now() - Number(storedItem(USED) ?? Date.now()))

/** Records user activity. */
export const recordActivity = (): void => {
  const before = storedItem(USED)
  // A clock may have been set back.
  if (before === undefined || Math.abs(Date.now() - Number(before)) > ACTIVITY_WRITE_MS)
    storeItem(USED, String(Date.now()))
}

export const storeToken = (token: string): void => {
  attempt(() => {
    sessionStorage.setItem(TOKEN, token)
    sessionStorage.setItem(SINCE, String(Date.now()))
  })
}

export const removeStoredToken = (): void => {
  attempt(() => {
    sessionStorage.clear()
  })
}

/** Records the sign-out for tabs that are asleep: they must not go on with a stored token. */
export const recordSignOut = (): void => {
  storeItem(SIGNED_OUT, String(Date.now()))
  storeItem(USED, undefined)
}

/** This tab's stored token, unless the user has signed out or been inactive since. */
export const readStoredToken = (): string | undefined => {
  const since = Number(attempt(() => sessionStorage.getItem(SINCE)) ?? Infinity)
  if (since < Number(storedItem(SIGNED_OUT) ?? 0) || idleFor() >= IDLE_MS) removeStoredToken()
  return attempt(() => sessionStorage.getItem(TOKEN)) ?? undefined
}
