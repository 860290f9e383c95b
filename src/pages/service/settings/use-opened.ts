import { useRef, useState } from 'react'

/** A form that a button above a list opens, perhaps with something in it: closing it gives the focus back to the button. */
export const useOpened = <T>() => {
  const [opened, setOpened] = useState<T>()
  const button = useRef<HTMLButtonElement>(null)
  return {
    /** What the form holds at first; undefined while it is closed. */
    opened,
    open: setOpened as (initial: T) => void,
    close: () => {
      setOpened(undefined)
      button.current?.focus()
    },
    button,
  }
}
