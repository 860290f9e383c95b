import { useSyncExternalStore } from 'react'

import { readObservation, type Observation } from '../../../diagnose/observation.ts'
import { onUserChange } from '../../../lib/user-change.ts'

/** Holds as long as the tab: what was seen in an earlier one says little about now. */
const STORAGE_KEY = 'observed'

/** An endpoint, as what is known of it is kept: no user, no secret. */
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
    // No storage, or not ours any more: then nothing has been observed.
  }
  return found
}

let observations: Map<string, Observation> | undefined
const listeners = new Set<() => void>()

const all = (): Map<string, Observation> => {
  observations ??= load()
  return observations
}

/** Keeps what was seen of an endpoint; undefined forgets it. */
export const observe = (key: string, observation: Observation | undefined): void => {
  const next = new Map(all())
  if (observation) next.set(key, observation)
  else next.delete(key)
  observations = next
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(next)))
  } catch {
    // Memory alone, then.
  }
  for (const listener of listeners) listener()
}

onUserChange(() => {
  observations = new Map()
  for (const listener of listeners) listener()
})

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** What was last seen of an endpoint in this tab. */
export const useObservation = (key: string | undefined): Observation | undefined =>
  useSyncExternalStore(subscribe, () => (key === undefined ? undefined : all().get(key)))
