/** Whose the page is: what it holds for one user must not be there for the next. */
const listeners = new Set<() => void>()

/** Is called when the user goes. Returns what ends that. */
export const onUserChange = (forget: () => void): (() => void) => {
  listeners.add(forget)
  return () => {
    listeners.delete(forget)
  }
}

/** The user has gone, or is another one: everyone forgets. */
export const forgetUser = (): void => {
  for (const forget of listeners) forget()
}
