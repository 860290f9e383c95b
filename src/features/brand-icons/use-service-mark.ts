import { useSyncExternalStore } from 'react'

import { serviceMark } from '../../domain/catalog.ts'
import { createListeners } from '../../lib/listeners.ts'
import { PAINTED_AFTER_MS } from '../../ui/use-after-paint.ts'
import type { Mark } from './mark.ts'
import type { SERVICE_MARKS } from './service-marks.ts'

let marks: typeof SERVICE_MARKS | undefined
let isRequested = false
const { subscribe, notify } = createListeners()

/** Loads the list of icons once, after the first paint. If that fails, nothing changes. */
const load = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, PAINTED_AFTER_MS))
  const module = await import('./service-marks.ts').catch(() => undefined)
  marks = module?.SERVICE_MARKS
  notify()
}

const subscribeAndLoad = (listener: () => void): (() => void) => {
  if (!isRequested) {
    isRequested = true
    void load()
  }
  return subscribe(listener)
}

/** The brand's icon of a service type; undefined if the type has none, and until the icons are loaded. */
export const useServiceMark = (type: string): Mark | undefined => {
  const loaded = useSyncExternalStore(subscribeAndLoad, () => marks)
  const mark = serviceMark(type)
  return mark && loaded?.[mark]
}
