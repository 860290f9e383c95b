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
  /** Makes the file's content, on request. */
  content: () => string | Uint8Array
  type: string
  variant?: ComponentProps<typeof Button>['variant']
  onSaved?: () => void
}

/** Saves content that the page already has; if the browser refuses, says so at the button. */
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
