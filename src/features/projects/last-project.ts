/** The project that was open last, so that the next visit starts there. */
import { storeItem, storedItem } from '../../lib/browser-storage.ts'

const KEY = 'last-project'

/** The project that this browser showed last. */
export const lastProject = (): string | undefined => storedItem(KEY)

export const forgetProject = (): void => {
  storeItem(KEY, undefined)
}

export const rememberProject = (project: string): void => {
  storeItem(KEY, project)
}
