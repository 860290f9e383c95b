import { useMutation, type UseMutationOptions } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import type { Api } from '../../api/client.ts'
import { statusOf } from '../../api/errors.ts'
import { useApi } from '../../api/use-api.ts'
import type { UserAddress } from '../../api/user.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Problem } from '../../ui/notice.tsx'
import { sentence } from '../../lib/sentence.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { Outcome } from '../../ui/outcome.tsx'

interface UserWriteProps {
  user: UserAddress
  /** The word on the button that opens the dialog. */
  label: string
  title: string
  confirm: string
  dangerous?: boolean
  write: (api: Api, user: UserAddress) => UseMutationOptions<void>
  /** What to say once it is done. */
  done: string
  /** Who says it, where the button itself may be gone by then; otherwise it is said below the button. */
  onDone?: ((message: string) => void) | undefined
  /** What to say when the API refused: nothing has changed. */
  refused: string
  /** What to say when it is not known whether the change was made. */
  doubtful: string
  /** What it means, spelled out before it is done. */
  children: ReactNode
}

/** A refusal leaves everything as it was; a server that failed or fell silent may have done its work. */
const wasRefused = (error: Error) => {
  const status = statusOf(error) ?? 0
  return status >= 400 && status < 500
}

/** A button that changes a service user: it asks first, says what it means, and what came of it. */
export const UserWrite = (props: UserWriteProps) => {
  const { user, label, title, confirm, dangerous = false, write, done, onDone, refused, doubtful, children } = props
  const api = useApi()
  const [asking, setAsking] = useState(false)
  const { isPending: busy, isSuccess, error, mutate, reset } = useMutation(write(api, user))
  const change = () => {
    mutate(undefined, {
      onSuccess: () => {
        setAsking(false)
        onDone?.(done)
      },
    })
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        aria-label={`${label} ${dangerous ? 'of' : 'the renewal of'} ${user.username}`}
        onClick={() => {
          reset()
          setAsking(true)
        }}
      >
        {label}
      </Button>
      <Outcome>{isSuccess && !onDone && done}</Outcome>
      {asking && (
        <ConfirmDialog
          title={title}
          confirm={confirm}
          dangerous={dangerous}
          busy={busy}
          onConfirm={change}
          onClose={() => {
            setAsking(false)
          }}
        >
          {children}
          {error && wasRefused(error) && <ApiProblem error={error} what={refused} busy={busy} onRetry={change} />}
          {error && !wasRefused(error) && (
            <Problem testId="outcome-unknown">
              <p className="font-medium">{doubtful}</p>
              <p>{sentence(error.message)}</p>
            </Problem>
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}
