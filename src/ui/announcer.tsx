import { useEffect, useState } from 'react'

import { onUserChange } from '../lib/user-change.ts'

let listener: ((text: string) => void) | undefined

/** Announces to screen readers what is visible elsewhere: one polite live region for the whole app. */
export const announce = (text: string): void => {
  listener?.(text)
}

/** The live region. Rendered once, from the start, so that browsers observe it. */
export const Announcer = () => {
  const [text, setText] = useState('')
  useEffect(() => {
    listener = setText
    const end = onUserChange(() => {
      setText('')
    })
    return () => {
      listener = undefined
      end()
    }
  }, [])
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  )
}
