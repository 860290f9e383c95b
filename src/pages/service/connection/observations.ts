import { useSyncExternalStore } from 'react'

import { readObservation, type Observation } from '../../../diagnose/servers/observation.ts'
import { createListeners } from '../../../lib/listeners.ts'
import { onUserChange } from '../../../lib/user-change.ts'

/** Kept per tab: older observations say little about the present. */
const STORAGE_KEY = 'observed'

/** Storage key of an endpoint: no user, no secret. */
export const endpointKey = (project: string, { host, port }: { host: string; port: number }): string =>
  `${project} ${host}:${String(port)}`

const load = (): Map<string, Observation> => {
  const found = new Map<string, Observation>()
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '{}')
    for (const [key, value] of Object.entries(stored ?? {})) {
      const observation = readObservation(value)
      if (observation) found.set(key, observation)
    }
  } catch {
    // No storage, or not in our format: nothing was observed.
  }
  return found
}

let observations: Map<string, Observation> | undefined
const { subscribe, notify } = createListeners()

const all = (): Map<string, Observation> => {
  observations ??= load()
  return observations
}

/** Stores the observation of an endpoint; undefined removes it. */
export const observe = (key: string, observation: Observation | undefined): void => {
  const next = new Map(all())
  if (observation) next.set(key, observation)
  else next.delete(key)
  observations = next
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(next)))
  } catch {
    // Then it stays in memory only.
  }
  notify()
}

onUserChange(() => {
  observations = new Map()
  notify()
})

/** The last observation of an endpoint in this tab. */
export const useObservation = (key: string | undefined): Observation | undefined =>
  useSyncExternalStore(subscribe, () => (key === undefined ? undefined : all().get(key)))
