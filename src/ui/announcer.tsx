import { useEffect, useState } from 'react'

import { onUserChange } from '../lib/user-change.ts'

let listener: ((text: string) => void) | undefined

/** Tells screen readers something that the eye sees elsewhere: one polite region for the whole app. */
export const announce = (text: string): void => {
  listener?.(text)
}

/** The region itself; stands once, and from the start, so that browsers watch it. */
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
