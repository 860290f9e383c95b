/** Functions that remove what modules hold for one user, so that the next user doesn't get it. */
const listeners = new Set<() => void>()

/** Registers a function that is called when the user changes. Returns a function that unregisters it. */
export const onUserChange = (forget: () => void): (() => void) => {
  listeners.add(forget)
  return () => {
    listeners.delete(forget)
  }
}

/** Call it when the user has signed out or changed. */
export const forgetUser = (): void => {
  for (const forget of listeners) forget()
}
