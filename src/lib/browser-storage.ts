/**
 * What this browser stores between visits: preferences, names and fingerprints, never a secret. Storage may be blocked
 * or full: values that it refused stay in memory until the page closes.
 */
const refused = new Map<string, string | undefined>()

/** A stored text; undefined if there is none. Never throws. */
export const storedItem = (key: string): string | undefined => {
  if (refused.has(key)) return refused.get(key)
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * @param value undefined removes it
 * @returns false if the browser refused it: tell the user with `NotStored`
 */
export const storeItem = (key: string, value: string | undefined): boolean => {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    refused.delete(key)
    return true
  } catch {
    refused.set(key, value)
    return false
  }
}
