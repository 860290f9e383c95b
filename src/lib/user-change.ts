/** Whose the page is: what it holds for one user must not be there for the next. */
const forgets = new Set<() => void>()

/** Is called when the user goes. Returns what ends that. */
export const onUserChange = (forget: () => void): (() => void) => {
  forgets.add(forget)
  return () => {
    forgets.delete(forget)
  }
}

/** The user has gone, or is another one: everyone forgets. */
export const forgetUser = (): void => {
  for (const forget of forgets) forget()
}
