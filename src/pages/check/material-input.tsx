import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react'

import { Button } from '../../ui/button.tsx'
import { PasteArea } from '../../ui/paste-area.tsx'

/** A text field with megabytes freezes the page, so longer pastes bypass the field and are checked at once. */
const LONGEST_IN_FIELD = 100_000

interface MaterialInputProps {
  onFiles: (files: readonly File[]) => void
  onText: (text: string) => void
  /** The user is about to give something. */
  onIntent: () => void
}

/** Three ways in: drop files, choose them, or paste text. */
export const MaterialInput = ({ onFiles, onText, onIntent }: MaterialInputProps) => {
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)
  const id = useId()
  const chooser = useRef<HTMLInputElement>(null)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    const dropped = event.dataTransfer.getData('text/plain')
    if (files.length > 0) onFiles(files)
    else if (dropped !== '') onText(dropped)
  }

  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    const pasted = event.clipboardData.getData('text/plain')
    if (files.length > 0) {
      event.preventDefault()
      onFiles(files)
    } else if (pasted.length > LONGEST_IN_FIELD) {
      event.preventDefault()
      onText(pasted)
    }
  }

  const check = () => {
    if (text.trim() === '') return
    onText(text)
    setText('')
  }

  return (
    // Dropping works by pointer only; the button and the field below work for everyone (WCAG 2.5.7).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="What to check"
      onFocus={onIntent}
      onPointerEnter={onIntent}
      onDragEnter={onIntent}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => {
        setOver(false)
      }}
      onDrop={drop}
      className={`space-y-3 rounded-lg border border-dashed p-4 ${over ? 'border-accent bg-accent-soft' : 'border-control bg-surface'}`}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          icon="folder"
          onClick={() => {
            chooser.current?.click()
          }}
        >
          Choose files
        </Button>
        <p className="text-muted">or drop them here. Several at once are compared with each other.</p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label="Files to check"
          onChange={({ target }) => {
            onFiles([...(target.files ?? [])])
            // Choosing the same file again must trigger a change.
            target.value = ''
          }}
        />
      </div>
      <div>
        <label htmlFor={id} className="mb-1 block text-xs text-muted">
          Or paste a certificate, a connection string, settings, the output of openssl s_client, or an error message
        </label>
        <PasteArea id={id} rows={5} value={text} onValue={setText} onPaste={paste} />
      </div>
      <Button variant="primary" onClick={check}>
        Check text
      </Button>
    </section>
  )
}
