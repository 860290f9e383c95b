import { useState } from 'react'

import { formatCount } from '../../../lib/format-number.ts'
import type { FormFile } from '../../../snippets/forms/form.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeRegion } from '../../../ui/code-region.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { SaveButton } from '../../../ui/save-button.tsx'
import { Outcome } from '../../../ui/outcome.tsx'

interface FormFileViewProps {
  file: FormFile
  onSaved: () => void
}

/** One file: name, content, Copy and Download. A secret stays hidden until requested. */
export const FormFileView = ({ file: { name, what, content, secret }, onSaved }: FormFileViewProps) => {
  const [shown, setShown] = useState(!secret)
  const [refused, setRefused] = useState(0)
  const text = typeof content === 'string' ? content : undefined
  return (
    <section aria-label={name} className="space-y-2">
      {what !== undefined && <p>{what}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-48 font-mono text-xs font-semibold wrap-anywhere">{name}</p>
        <div className="flex flex-wrap gap-1">
          {secret && text !== undefined && (
            <Button
              variant="quiet"
              icon="eye"
              reserve="Show"
              aria-label={`${shown ? 'Hide' : 'Show'} ${name}`}
              aria-expanded={shown}
              onClick={() => {
                setShown(!shown)
              }}
            >
              {shown ? 'Hide' : 'Show'}
            </Button>
          )}
          {text !== undefined && (
            <CopyButton
              what={name}
              text={text}
              onRefused={() => {
                setShown(true)
                setRefused((times) => times + 1)
              }}
            />
          )}
          <SaveButton
            label={`Download ${name}`}
            name={name}
            content={() => content}
            type="application/octet-stream"
            onSaved={onSaved}
          >
            Download
          </SaveButton>
        </div>
      </div>
      {text === undefined && <p className="text-muted">Binary, {formatCount(content.length, 'byte')}.</p>}
      {text !== undefined && shown && <CodeRegion label={`Contents of ${name}`} text={text} selected={refused} />}
      {text !== undefined && !shown && <p className="text-muted">Holds a private key; shown when you ask for it.</p>}
      {refused > 0 && (
        <Outcome tone="warning" testId="copy-by-hand">
          Your browser blocked the clipboard. The text is selected: copy it with Ctrl+C or ⌘C.
        </Outcome>
      )}
    </section>
  )
}
