/**
 * Ties what this browser stores to a user. Theme, columns and shortcuts are shared; projects, searches, ticks and
 * fingerprints belong to one user, and are removed when that user signs out or another one signs in.
 */
import { storeItem, storedItem } from '../../lib/browser-storage.ts'
import { forgetUser } from '../../lib/user-change.ts'

const KEY = 'kept-for'

const OF_ONE_USER = ['last-project', 'saved-searches', 'ca-rotation-ticks', 'ca-fingerprints'] as const

/** Keys in the tab's session storage that belong to the user, except the token, which the session manages. */
const OF_THE_TAB = ['attention', 'observed'] as const

/** A hash (FNV-1a) that tells users apart without storing a name. */
const digest = (user: string): string => {
  let hash = 0x811c9dc5
  for (let index = 0; index < user.length; index++) hash = Math.imul(hash ^ user.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** Removes what is stored, or in memory, of the previous user. */
export const forgetBrowserUser = (): void => {
  for (const key of [KEY, ...OF_ONE_USER]) storeItem(key, undefined)
  try {
    for (const key of OF_THE_TAB) sessionStorage.removeItem(key)
  } catch {
    // Then nothing was stored there.
  }
  forgetUser()
}

/**
 * Sets the current user. Data from an older console, which didn't record its user, stays.
 * @returns whether another user was signed in before
 */
export const greetUser = (user: string): boolean => {
  const before = storedItem(KEY)
  const now = digest(user)
  if (before === now) return false
  if (before !== undefined) forgetBrowserUser()
  storeItem(KEY, now)
  return before !== undefined
}
