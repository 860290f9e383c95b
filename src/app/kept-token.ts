/** The token in the tab's own storage, where its user wants it kept, and for how long it is one that may be used. */
import { keep, recall } from '../lib/kept.ts'

/** Of the tab: the token, and when it came there. A tab that the browser has put away or restores still holds them. */
const [TOKEN, SINCE] = ['token', 'token-since']
/** Of the browser: when somebody last signed out, and last did something. Times, of nobody in particular. */
const [SIGNED_OUT, USED] = ['signed-out', 'last-used']

/** So long without anything done by hand, and the user is signed out. */
export const IDLE_MS = 30 * 60_000
/** What is written at most so often. */
const USED_EVERY_MS = 5000

/** The tab's storage may be forbidden: then a reload asks for the token again. */
const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action()
  } catch {
    return undefined
  }
}

/** Milliseconds since something was done by hand in any tab; 0 if that's unknown. */
export const idleFor = (): number => Math.max(0, Date.now() - Number(recall(USED) ?? Date.now()))

/** Something was done by hand. */
export const noteUse = (): void => {
  const before = recall(USED)
  // A clock may have been set back.
  if (before === undefined || Math.abs(Date.now() - Number(before)) > USED_EVERY_MS) keep(USED, String(Date.now()))
}

export const storeToken = (token: string): void => {
  attempt(() => {
    sessionStorage.setItem(TOKEN, token)
    sessionStorage.setItem(SINCE, String(Date.now()))
  })
}

export const dropToken = (): void => {
  attempt(() => {
    sessionStorage.clear()
  })
}

/** For tabs that don't hear of it now: none of them may go on with what it has kept. */
export const noteSignOut = (): void => {
  keep(SIGNED_OUT, String(Date.now()))
  keep(USED, undefined)
}

/** The token that this tab has kept, unless somebody has signed out or been away since. */
export const recallToken = (): string | undefined => {
  const since = Number(attempt(() => sessionStorage.getItem(SINCE)) ?? Infinity)
  if (since < Number(recall(SIGNED_OUT) ?? 0) || idleFor() >= IDLE_MS) dropToken()
  return attempt(() => sessionStorage.getItem(TOKEN)) ?? undefined
}
