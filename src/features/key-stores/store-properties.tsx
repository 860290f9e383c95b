import { useState } from 'react'

import { renderGuide, type ConnectionFacts } from '../../snippets/guide.ts'
import { javaKeystore } from '../../snippets/guides/java-kafka.ts'
import type { StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { Check } from '../../ui/check.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

interface StorePropertiesProps {
  facts: ConnectionFacts
  kinds: readonly StoreKind[]
  /** undefined: one that will not do. */
  password: string | undefined
}

/** The configuration that goes with the stores. */
export const StoreProperties = ({ facts, kinds, password }: StorePropertiesProps) => {
  const [withPassword, setWithPassword] = useState(false)
  const [refused, setRefused] = useState(0)
  const [file] = renderGuide(
    javaKeystore,
    {
      ...facts,
      trustStore: kinds.includes('trustStore') ? 'p12' : 'jks',
      storePassword: withPassword ? password : undefined,
    },
    'linux',
  ).files
  if (!file) return null
  return (
    <section aria-label={file.name} className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-mono text-xs font-semibold">{file.name}</p>
        <CopyButton
          what={file.name}
          text={file.text}
          onRefused={() => {
            setRefused((times) => times + 1)
          }}
        />
      </div>
      <CodeRegion label={`Contents of ${file.name}`} text={file.text} selected={refused} />
      <Check label="With the password of the stores in it" checked={withPassword} onChange={setWithPassword} />
    </section>
  )
}
