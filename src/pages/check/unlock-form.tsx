import { useId, useState } from 'react'

import type { Locked } from '../../diagnose/material/reading.ts'
import { Button } from '../../ui/button.tsx'

const QUESTIONS: Record<Locked['what'], string> = {
  'PKCS#12': 'The store is protected with a password.',
  JKS: 'The private key in the store is protected with a password.',
  'private key': 'The private key is protected with a password.',
}

interface UnlockFormProps {
  locked: Locked
  /** Name of the file, for the field's label. */
  name: string
  onPassword: (password: string) => Promise<void> | undefined
}

/** Asks for the password of a key store or key. It is used at once, and not stored. */
export const UnlockForm = ({ locked, name, onPassword }: UnlockFormProps) => {
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const id = useId()
  const open = async () => {
    if (busy) return
    setBusy(true)
    await onPassword(password)
    setPassword('')
    setBusy(false)
  }
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <p>{QUESTIONS[locked.what]} It’s opened in your browser.</p>
      <div className="flex flex-wrap items-end gap-2">
        <div>
          <label htmlFor={id} className="block text-xs text-muted">
            Password of <bdi>{name}</bdi>
          </label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            value={password}
            aria-describedby={locked.refused ? `${id}-problem` : undefined}
            onChange={({ target }) => {
              setPassword(target.value)
            }}
            className="min-h-8 rounded-md border border-control bg-surface px-2"
          />
        </div>
        <Button busy={busy} submit>
          {busy ? 'Opening' : 'Open'}
        </Button>
      </div>
      {locked.refused && !busy && (
        <p id={`${id}-problem`} role="alert" className="text-bad">
          This password doesn’t open it. Upper and lower case matter; a store can also be damaged.
        </p>
      )}
    </form>
  )
}
