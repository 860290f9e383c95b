import { useId, useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

interface StorePasswordProps {
  /** The stores' user name, as a password manager shows it. */
  owner: string
  value: string
  onType: (value: string) => void
  onGenerate: () => void
  /** Why the password is refused, as a sentence. */
  problem: string | undefined
  onCopied: () => void
}

/**
 * The stores' password: generated here, or chosen by the user. It can't be recovered from the stores. It's inside a form,
 * so that a password manager can offer to save it.
 */
export const StorePassword = ({ owner, value, onType, onGenerate, problem, onCopied }: StorePasswordProps) => {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className="space-y-1">
      <input type="text" autoComplete="username" value={`Key stores of ${owner}`} readOnly hidden />
      <label htmlFor={id} className="block text-xs text-muted">
        Password of the stores
      </label>
      <div className="flex flex-wrap items-center gap-1">
        <input
          id={id}
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          spellCheck={false}
          value={value}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            onType(event.target.value)
          }}
          className="min-h-9 w-72 max-w-full rounded-md border border-control bg-surface px-2 py-1 font-mono"
        />
        <Button
          variant="quiet"
          icon="eye"
          reserve="Show"
          aria-label={`${shown ? 'Hide' : 'Show'} password`}
          aria-pressed={shown}
          onClick={() => {
            setShown(!shown)
          }}
        >
          {shown ? 'Hide' : 'Show'}
        </Button>
        <CopyButton
          what="password"
          text={value}
          onCopied={onCopied}
          onRefused={() => {
            setShown(true)
          }}
        />
        <Button variant="quiet" icon="refresh" onClick={onGenerate}>
          Generate another
        </Button>
      </div>
      <p id={`${id}-hint`} className={problem === undefined ? 'text-xs text-muted' : 'text-xs text-bad'}>
        {problem ?? 'Copy it now. It won\u2019t be shown again.'}
      </p>
    </div>
  )
}
