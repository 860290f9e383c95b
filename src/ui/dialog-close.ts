import { createContext } from 'react'

/** Closes the surrounding dialog, like its Close button; undefined outside a dialog. */
export const DialogClose = createContext<(() => void) | undefined>(undefined)
