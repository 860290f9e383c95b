/** Saved searches, in this browser. Storage may be forbidden: then they last as long as the page. */

const KEY = 'saved-searches'
const MOST = 100

export interface SavedSearch {
  readonly name: string
  /** The search part of the list's URL: search, sort and columns. */
  readonly view: string
}

let unstored: readonly SavedSearch[] = []

const isSaved = (item: unknown): item is SavedSearch => {
  const { name, view } = (item ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof view === 'string'
}

/** What is stored may come from an older console, or from anyone: what is not a saved search is left out. */
const parse = (text: string): readonly SavedSearch[] => {
  try {
    const items: unknown = JSON.parse(text)
    return Array.isArray(items) ? items.filter(isSaved).slice(0, MOST) : []
  } catch {
    return []
  }
}

export const readSaved = (): readonly SavedSearch[] => {
  try {
    return parse(localStorage.getItem(KEY) ?? '[]')
  } catch {
    return unstored
  }
}

/** @returns false where the browser keeps nothing */
export const writeSaved = (saved: readonly SavedSearch[]): boolean => {
  unstored = saved
  try {
    localStorage.setItem(KEY, JSON.stringify(saved))
    return true
  } catch {
    return false
  }
}

const PARTS = ['search', 'sort', 'columns']

/** The part of a URL's search that is the list's own. */
export const viewOf = (params: URLSearchParams): string => {
  const entries = PARTS.map((name) => [name, params.get(name) ?? '']).filter(([, value]) => value !== '')
  return new URLSearchParams(entries).toString()
}
