/**
 * Remembers the fingerprints of each project's CA from the last visit, so that the console can point out a changed CA.
 * Stores only public hashes.
 */
import { useEffect, useState } from 'react'

import { storeItem, storedItem } from '../../lib/browser-storage.ts'

const KEY = 'ca-fingerprints'

type Memory = Record<string, string>

const read = (): Memory => {
  try {
    const stored: unknown = JSON.parse(storedItem(KEY) ?? '{}')
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? (stored as Memory) : {}
  } catch {
    return {}
  }
}

/** Fingerprints, sorted: the API's order has no meaning. */
const together = (fingerprints: readonly string[]): string => fingerprints.toSorted().join(' ')

const remember = (project: string, fingerprints: readonly string[]): void => {
  const memory = read()
  if (memory[project] === together(fingerprints)) return
  storeItem(KEY, JSON.stringify({ ...memory, [project]: together(fingerprints) }))
}

/** The fingerprints from the last visit, if they differ. */
const before = (project: string, fingerprints: readonly string[]): readonly string[] | undefined => {
  const memory = read()
  const known: unknown = Object.hasOwn(memory, project) ? memory[project] : undefined
  return typeof known === 'string' && known !== together(fingerprints) ? known.split(' ') : undefined
}

/**
 * Whether a project's CA has changed since the last visit.
 * @param fingerprints SHA-256 of each of its certificates; undefined or empty until they are known
 */
export const useCaChange = (project: string, fingerprints: readonly string[] | undefined) => {
  const now = fingerprints ?? []
  const key = JSON.stringify([project, now])
  const [seen, setSeen] = useState({ key: '', change: undefined as readonly string[] | undefined })
  if (seen.key !== key) setSeen({ key, change: now.length > 0 ? before(project, now) : undefined })
  const first = now.length > 0 && seen.key === key && seen.change === undefined
  useEffect(() => {
    const [of, current] = JSON.parse(key) as [string, readonly string[]]
    if (first) remember(of, current)
  }, [first, key])
  return {
    /** The previous fingerprints, until the user acknowledges the change. */
    before: seen.change,
    noted: () => {
      remember(project, now)
      setSeen({ key, change: undefined })
    },
  }
}
