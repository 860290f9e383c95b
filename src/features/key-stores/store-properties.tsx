import { useState } from 'react'

import type { StoreKind } from '../../crypto/key-stores/make-stores.ts'
import type { ConnectionFacts } from '../../snippets/guide.ts'
import { Check } from '../../ui/check.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { SaveButton } from '../../ui/save-button.tsx'
import { propertiesOf } from './properties-of.ts'

interface StorePropertiesProps {
  facts: ConnectionFacts
  kinds: readonly StoreKind[]
  /** undefined: the password isn't acceptable. */
  password: string | undefined
  /** Called when the saved file contains the password. */
  onPasswordTaken: () => void
}

/** The configuration for the stores. */
export const StoreProperties = ({ facts, kinds, password, onPasswordTaken }: StorePropertiesProps) => {
  const [withPassword, setWithPassword] = useState(false)
  const [refused, setRefused] = useState(0)
  const [saved, setSaved] = useState('')
  const { file } = propertiesOf(facts, kinds, withPassword ? password : undefined)
  if (!file) return null
  const taken = () => {
    if (withPassword && password !== undefined) onPasswordTaken()
  }
  return (
    <section aria-label={file.name} className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-mono text-xs font-semibold">{file.name}</p>
        <div className="flex flex-wrap gap-1">
          <CopyButton
            what={file.name}
            text={file.text}
            onCopied={taken}
            onRefused={() => {
              setRefused((times) => times + 1)
            }}
          />
          <SaveButton
            label={`Download ${file.name}`}
            name={file.name}
            content={() => file.text}
            type="text/plain"
            onSaved={() => {
              taken()
              setSaved(`Saved ${file.name}${withPassword ? ', with the password in it' : ''}`)
            }}
          >
            Download
          </SaveButton>
        </div>
      </div>
      <CodeRegion label={`Contents of ${file.name}`} text={file.text} selected={refused} />
      <Check label="With the password of the stores in it" checked={withPassword} onChange={setWithPassword} />
      <Outcome>{saved}</Outcome>
    </section>
  )
}
