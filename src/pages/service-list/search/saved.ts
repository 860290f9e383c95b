/** Saved searches, in this browser. */
import { storeItem, storedItem } from '../../../lib/browser-storage.ts'

const KEY = 'saved-searches'
const MAX_SEARCHES = 100

export interface SavedSearch {
  readonly name: string
  /** The search part of the list's URL: search, sort and columns. */
  readonly view: string
}

const isSaved = (item: unknown): item is SavedSearch => {
  const { name, view } = (item ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof view === 'string'
}

/** Storage may hold data from an older console or another source: ignore what isn't a saved search. */
const parse = (text: string): readonly SavedSearch[] => {
  try {
    const items: unknown = JSON.parse(text)
    return Array.isArray(items) ? items.filter(isSaved).slice(0, MAX_SEARCHES) : []
  } catch {
    return []
  }
}

export const readSaved = (): readonly SavedSearch[] => parse(storedItem(KEY) ?? '[]')

/** @returns false if the browser stores nothing */
export const writeSaved = (saved: readonly SavedSearch[]): boolean => storeItem(KEY, JSON.stringify(saved))

const PARTS = ['search', 'sort', 'columns']

/** The part of a URL's search that is the list's own. */
export const viewOf = (params: URLSearchParams): string => {
  const entries = PARTS.map((name) => [name, params.get(name) ?? '']).filter(([, value]) => value !== '')
  return new URLSearchParams(entries).toString()
}
