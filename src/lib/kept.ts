/**
 * What this browser keeps between visits: preferences, names and fingerprints, never a secret. Storage may be
 * forbidden, or full: then what it would not take holds as long as the page.
 */
const unkept = new Map<string, string | undefined>()

export const recall = (key: string): string | undefined => {
  if (unkept.has(key)) return unkept.get(key)
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/**
 * @param value undefined forgets it
 * @returns false where the browser keeps nothing: whoever asked for it to be kept is to be told (`NotKept`)
 */
export const keep = (key: string, value: string | undefined): boolean => {
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    unkept.delete(key)
    return true
  } catch {
    unkept.set(key, value)
    return false
  }
}
