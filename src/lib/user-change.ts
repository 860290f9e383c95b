/** Removes what modules hold for one user, so that the next user doesn't get it. */
import { createListeners } from './listeners.ts'

const { subscribe, notify } = createListeners()

/** Registers a function that is called when the user changes. Returns a function that unregisters it. */
export const onUserChange = subscribe

/** Call it when the user has signed out or changed. */
export const forgetUser = notify
