import { useId, useState, type ClipboardEvent } from 'react'
import { useNavigate } from 'react-router'

import { sendToTroubleshoot } from '../../features/pasted-text/pasted-text.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { PasteArea } from '../../ui/paste-area.tsx'

/** A text field with megabytes freezes the page, so longer pastes bypass the field. */
const LONGEST_IN_FIELD = 100_000

/** From an error, a connection string or a certificate to its answer on Troubleshoot. */
export const PasteBox = () => {
  const [text, setText] = useState('')
  const navigate = useNavigate()
  const id = useId()
  const go = (pasted: string) => {
    if (pasted.trim() === '') return
    sendToTroubleshoot(pasted)
    setText('')
    void navigate(paths.check())
  }
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length <= LONGEST_IN_FIELD) return
    event.preventDefault()
    go(pasted)
  }
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="space-y-2 rounded-lg border border-border bg-surface p-4 print:hidden"
    >
      <h2 id={`${id}-title`} className="text-base font-semibold">
        <label htmlFor={id}>Paste an error, a connection string or a certificate</label>
      </h2>
      <PasteArea id={id} rows={3} value={text} aria-describedby={`${id}-hint`} onValue={setText} onPaste={paste} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="primary"
          onClick={() => {
            go(text)
          }}
        >
          Troubleshoot
        </Button>
        <p id={`${id}-hint`} className="text-xs text-muted">
          It never leaves your browser.
        </p>
      </div>
    </section>
  )
}
