import { useMutation } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'

import { wasRefused } from '../../api/errors.ts'
import { OPERATIONS, operationPath } from '../../api/operations.ts'
import { serviceWrite, type ServiceWrite } from '../../api/service-write.ts'
import { useApi } from '../../api/use-api.ts'
import { sentence } from '../../lib/sentence.ts'
import type { Shell } from '../../snippets/shell.ts'
import { writeCommands } from '../../snippets/write-commands.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Problem } from '../../ui/notice.tsx'
import { AsCommand } from '../command-line/as-command.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'

interface WriteDialogProps {
  title: string
  /** What is sent. */
  request: ServiceWrite
  /** The words on the button that sends it. */
  confirm: string
  dangerous?: boolean
  /** A name that must be typed before it is sent. */
  typedName?: string | undefined
  /** What Terraform makes of it, as a sentence. */
  terraform?: string | undefined
  /** What to say when the API refused: nothing has changed. */
  refused: string
  /** What else can be done after that refusal. */
  renderAfterRefusal?: (error: Error) => ReactNode
  /** What to say when it is not known whether the change was made. */
  doubtful: ReactNode
  onSend?: () => void
  onDone: () => void
  onClose: () => void
  /** What it means, spelled out before it is done. */
  children: ReactNode
}

/** Asks before a change, and says what it means, what was refused and what is not known. It is sent once per answer. */
export const WriteDialog = (props: WriteDialogProps) => {
  const {
    title,
    request,
    confirm,
    dangerous = false,
    typedName,
    terraform,
    refused,
    renderAfterRefusal,
    doubtful,
  } = props
  const { onSend, onDone, onClose, children } = props
  const { isPending: busy, error, mutate } = useMutation(serviceWrite(useApi(), request))
  // Two clicks may come before the first is painted.
  const sending = useRef(false)
  const send = () => {
    if (sending.current) return
    sending.current = true
    onSend?.()
    mutate(undefined, {
      onSuccess: onDone,
      onSettled: () => {
        sending.current = false
      },
    })
  }
  const { operation, params } = request
  const wire = { ...request, method: OPERATIONS[operation].method, path: operationPath(operation, params) }
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      dangerous={dangerous}
      typedName={typedName}
      busy={busy}
      onConfirm={send}
      onClose={onClose}
    >
      {children}
      <AsCommand what="change" note={terraform} commands={(shell: Shell) => writeCommands(shell, wire)} />
      {error && wasRefused(error) && (
        <>
          <ApiProblem error={error} what={refused} busy={busy} onRetry={send} />
          {renderAfterRefusal?.(error)}
        </>
      )}
      {error && !wasRefused(error) && (
        <Problem testId="outcome-unknown">
          <div className="font-medium">{doubtful}</div>
          <p>{sentence(error.message)}</p>
        </Problem>
      )}
    </ConfirmDialog>
  )
}
