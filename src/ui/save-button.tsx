import { useState, type ComponentProps } from 'react'

import { Button } from './button.tsx'
import { Problem } from './notice.tsx'
import { saveFile } from '../lib/save-file.ts'

interface SaveButtonProps {
  /** The visible word. */
  children: string
  /** The accessible name, which begins with it. */
  label: string
  /** The file's name. */
  name: string
  /** What is in it: made when asked for. */
  content: () => string | Uint8Array
  type: string
  variant?: ComponentProps<typeof Button>['variant']
  onSaved?: () => void
}

/** Saves what the page holds already; says so, at the button, where the browser doesn't take it. */
export const SaveButton = ({ children, label, name, content, type, variant, onSaved }: SaveButtonProps) => {
  const [refused, setRefused] = useState(false)
  const save = () => {
    try {
      saveFile(name, content(), type)
    } catch {
      setRefused(true)
      return
    }
    setRefused(false)
    onSaved?.()
  }
  return (
    <>
      <Button icon="download" aria-label={label} onClick={save} {...(variant && { variant })}>
        {children}
      </Button>
      {refused && (
        <div className="w-full">
          <Problem testId="not-saved">
            The browser didn’t take {name}. Nothing was saved. Close what you don’t need, then try again.
          </Problem>
        </div>
      )}
    </>
  )
}
