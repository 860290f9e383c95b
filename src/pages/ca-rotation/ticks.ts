/**
 * The services whose clients have the new CA: ticked by the user, stored in this browser with the CA's fingerprint.
 * Another CA starts with an empty list.
 */
import { storeItem, storedItem } from '../../lib/browser-storage.ts'

const KEY = 'ca-rotation-ticks'

interface Ticks {
  readonly fingerprint: string
  readonly services: readonly string[]
}

const isTicks = (value: unknown): value is Ticks => {
  const { fingerprint, services } = (value ?? {}) as Partial<Ticks>
  return typeof fingerprint === 'string' && Array.isArray(services)
}

const readAll = (): Record<string, unknown> => {
  try {
    const stored: unknown = JSON.parse(storedItem(KEY) ?? '{}')
    return typeof stored === 'object' && stored !== null ? { ...stored } : {}
  } catch {
    // Not in our format.
    return {}
  }
}

/** @param fingerprint of the newest CA certificate */
export const readTicks = (project: string, fingerprint: string): ReadonlySet<string> => {
  const stored = readAll()[project]
  return new Set(isTicks(stored) && stored.fingerprint === fingerprint ? stored.services : [])
}

/** @returns false where the browser doesn't keep them */
export const writeTicks = (project: string, fingerprint: string, services: ReadonlySet<string>): boolean => {
  const ticks: Ticks = { fingerprint, services: [...services] }
  return storeItem(KEY, JSON.stringify({ ...readAll(), [project]: ticks }))
}
