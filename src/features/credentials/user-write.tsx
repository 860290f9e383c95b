import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { statusOf } from '../../api/errors.ts'
import type { UserAddress } from '../../api/writes.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Problem } from '../../ui/notice.tsx'
import { sentence } from '../../lib/sentence.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { useTask } from '../../ui/use-task.ts'
import { Outcome } from '../../ui/outcome.tsx'

interface UserWriteProps {
  user: UserAddress
  /** The word on the button that opens the dialog. */
  label: string
  title: string
  confirm: string
  dangerous?: boolean
  write: (queryClient: QueryClient, user: UserAddress) => Promise<void>
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
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { busy, message, failure, run } = useTask<'write'>()
  const change = () =>
    void run('write', async () => {
      await write(queryClient, user)
      setAsking(false)
      if (!onDone) return done
      onDone(done)
      return ''
    })
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        aria-label={`${label} ${dangerous ? 'of' : 'the renewal of'} ${user.username}`}
        onClick={() => {
          setAsking(true)
        }}
      >
        {label}
      </Button>
      <Outcome>{message}</Outcome>
      {asking && (
        <ConfirmDialog
          title={title}
          confirm={confirm}
          dangerous={dangerous}
          busy={busy !== undefined}
          onConfirm={change}
          onClose={() => {
            setAsking(false)
          }}
        >
          {children}
          {failure && wasRefused(failure.error) && (
            <ApiProblem error={failure.error} what={refused} busy={busy !== undefined} onRetry={change} />
          )}
          {failure && !wasRefused(failure.error) && (
            <Problem testId="outcome-unknown">
              <p className="font-medium">{doubtful}</p>
              <p>{sentence(failure.error.message)}</p>
            </Problem>
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}
