import { useState } from 'react'

import type { RepairedFile } from '../../diagnose/material/reading.ts'
import { announce } from '../../ui/announcer.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { SaveButton } from '../../ui/save-button.tsx'

/** The repaired file, to save or copy. It may hold a private key, so it is shown only where copying by hand needs it. */
export const Repaired = ({ file }: { file: RepairedFile }) => {
  const [refused, setRefused] = useState(0)
  const [saved, setSaved] = useState(false)
  return (
    <div className="space-y-2 rounded-md bg-sunken p-3">
      <p>
        <strong className="font-semibold">Clean copy:</strong> the same bytes as plain PEM, read back and compared.
      </p>
      <div className="flex flex-wrap gap-2">
        <SaveButton
          label={`Download ${file.name}, repaired`}
          name={file.name}
          content={() => file.text}
          type="application/x-pem-file"
          onSaved={() => {
            setSaved(true)
            announce(`Saved ${file.name}`)
          }}
        >
          {`Download ${file.name}`}
        </SaveButton>
        <CopyButton
          what={`repaired ${file.name}`}
          text={file.text}
          onRefused={() => {
            setRefused((times) => times + 1)
          }}
        />
      </div>
      {saved && <p className="text-ok">Saved {file.name}.</p>}
      {refused > 0 && (
        <>
          <p className="text-required">
            Your browser blocked the clipboard. The text is selected: copy it with Ctrl+C or ⌘C.
          </p>
          <CodeRegion label={`Repaired ${file.name}`} text={file.text} selected={refused} />
        </>
      )}
    </div>
  )
}
