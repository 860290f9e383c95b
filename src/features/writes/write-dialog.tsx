import { useMutation } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'

import { sendWrite, type ServiceWrite } from '../../api/service-write.ts'
import { useApi } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { WriteCommand } from './write-command.tsx'
import { WriteProblem } from './write-problem.tsx'

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
  const { title, request, confirm, dangerous = false, typedName, terraform, onSend, onDone, onClose, children } = props
  const { isPending: busy, error, mutate } = useMutation(sendWrite(useApi()))
  // Two clicks may come before the first is painted.
  const sending = useRef(false)
  const send = () => {
    if (sending.current) return
    sending.current = true
    onSend?.()
    mutate(request, {
      onSuccess: onDone,
      onSettled: () => {
        sending.current = false
      },
    })
  }
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
      <WriteCommand request={request} terraform={terraform} />
      <WriteProblem
        error={error}
        refused={props.refused}
        renderAfterRefusal={props.renderAfterRefusal}
        doubtful={props.doubtful}
        busy={busy}
        onRetry={send}
      />
    </ConfirmDialog>
  )
}
