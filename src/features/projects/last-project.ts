/** The project that was open last, so that the next visit starts there. */
import { keep, recall } from '../../lib/kept.ts'

const KEY = 'last-project'

export const lastProject = (): string | undefined => recall(KEY)

export const forgetProject = (): void => {
  keep(KEY, undefined)
}

export const rememberProject = (project: string): void => {
  keep(KEY, project)
}
