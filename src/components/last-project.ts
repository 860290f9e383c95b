/** The project that was open last, so that the next visit starts there. Storage may be forbidden: then it doesn't. */

const KEY = 'last-project'

export const lastProject = (): string | undefined => {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export const forgetProject = (): void => {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Then there was nothing to forget.
  }
}

export const rememberProject = (project: string): void => {
  try {
    localStorage.setItem(KEY, project)
  } catch {
    // A convenience, no more.
  }
}
