import { useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Problem } from '../../ui/notice.tsx'

interface KeepPasswordProps {
  /** The password of the saved stores. */
  password: string
  onCopied: () => void
  /** Closes the dialog without the password having been copied. */
  onClose: () => void
}

/** Asks before the dialog closes while the password isn't copied: without it, the stores can't be opened. */
export const KeepPassword = ({ password, onCopied, onClose }: KeepPasswordProps) => {
  const [byHand, setByHand] = useState(0)
  return (
    <Problem
      testId="password-not-copied"
      actions={
        <>
          <CopyButton
            what="password"
            label="Copy password"
            text={password}
            onCopied={onCopied}
            onRefused={() => {
              setByHand((times) => times + 1)
            }}
          />
          <Button onClick={onClose}>Close without it</Button>
        </>
      }
    >
      <p>You haven&rsquo;t copied the password of the stores. It won&rsquo;t be shown again.</p>
      {byHand > 0 && <CodeRegion label="Password of the stores" text={password} selected={byHand} />}
    </Problem>
  )
}
