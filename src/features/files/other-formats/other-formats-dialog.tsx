import { useState } from 'react'

import type { FormSource } from '../../../snippets/forms/form.ts'
import { FORMS } from '../../../snippets/forms/forms.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FormFileView } from './form-file-view.tsx'
import { Outcome } from '../../../ui/outcome.tsx'

interface OtherFormatsDialogProps {
  /** "CA certificate" */
  what: string
  /** What the file is and whose, with its fingerprint. */
  description: string
  source: FormSource
  onClose: () => void
}

const OPTIONS = FORMS.map(({ id, label }) => ({ value: id, label }))

/** One certificate or key in the format that a target expects, to copy or save. */
export const OtherFormatsDialog = ({ what, description, source, onClose }: OtherFormatsDialogProps) => {
  const [chosen, setChosen] = useState(OPTIONS[0]?.value ?? '')
  const [message, setMessage] = useState('')
  const form = FORMS.find(({ id }) => id === chosen)
  return (
    <Dialog title={`${what[0]?.toUpperCase() ?? ''}${what.slice(1)} in other formats`} onClose={onClose}>
      <div className="space-y-4">
        <p className="text-xs wrap-anywhere text-muted">This is the {description}.</p>
        <Choice
          legend="Form"
          value={chosen}
          options={OPTIONS}
          onChange={(value) => {
            setChosen(value)
            setMessage('')
          }}
        />
        <p>{form?.note(source)}</p>
        {form?.files(source).map((file) => (
          <FormFileView
            // Another format: hide what was shown of the previous one.
            key={`${chosen} ${file.name}`}
            file={file}
            onSaved={() => {
              setMessage(`Saved ${file.name}: ${description}`)
            }}
          />
        ))}
        <Outcome>{message}</Outcome>
      </div>
    </Dialog>
  )
}
