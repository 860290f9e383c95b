import { createContext } from 'react'

/** Closes the dialog that one stands in, as its own button does; undefined outside of any. */
export const DialogClose = createContext<(() => void) | undefined>(undefined)
