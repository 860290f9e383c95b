/**
 * Whose notes this browser keeps. Theme, columns and shortcuts are anybody's; projects, searches, ticks and
 * fingerprints are one user's, and gone once that user signs out, or another one comes.
 */
import { keep, recall } from '../../lib/kept.ts'
import { forgetUser } from '../../lib/user-change.ts'

const KEY = 'kept-for'

const OF_ONE_USER = ['last-project', 'saved-searches', 'ca-rotation-ticks', 'ca-fingerprints'] as const

/** What the tab's own storage holds of that user, the token aside: the session sees to it. */
const OF_THE_TAB = ['attention', 'observed'] as const

/** Enough to tell one user from another, and no name that stays behind: FNV-1a. */
const digest = (user: string): string => {
  let hash = 0x811c9dc5
  for (let index = 0; index < user.length; index++) hash = Math.imul(hash ^ user.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** What is kept, or held in memory, of the user who was here. */
export const forgetBrowserUser = (): void => {
  for (const key of [KEY, ...OF_ONE_USER]) keep(key, undefined)
  try {
    for (const key of OF_THE_TAB) sessionStorage.removeItem(key)
  } catch {
    // Then nothing was kept there.
  }
  forgetUser()
}

/**
 * Says who uses the console now. What an older console has kept, which didn't say whose it is, stays.
 * @returns whether it was somebody else before
 */
export const greetUser = (user: string): boolean => {
  const before = recall(KEY)
  const now = digest(user)
  if (before === now) return false
  if (before !== undefined) forgetBrowserUser()
  keep(KEY, now)
  return before !== undefined
}
