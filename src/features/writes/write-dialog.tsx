import { useRef, type ReactNode } from 'react'

import type { ServiceWrite, WriteResult } from '../../api/service-write.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useWrite } from './use-write.ts'
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
  /** How Terraform reacts to the change, as a sentence. */
  terraform?: string | undefined
  /** Message if the API refused: nothing has changed. */
  refused: string
  /** What the user can do after that refusal. */
  renderAfterRefusal?: (error: Error) => ReactNode
  /** Message if it isn't known whether the change was made. */
  doubtful: ReactNode
  onSend?: () => void
  onDone: (result: WriteResult) => void
  onClose: () => void
  /** What the change means, explained before it is made. */
  children: ReactNode
}

/** Asks before a change, explains it, and shows a refusal or an unknown outcome. It is sent once per answer. */
export const WriteDialog = (props: WriteDialogProps) => {
  const { title, request, confirm, dangerous = false, typedName, terraform, onSend, onDone, onClose, children } = props
  const { busy, error, send } = useWrite({ onSend, onDone })
  const problem = useRef<HTMLDivElement>(null)
  return (
    <ConfirmDialog
      title={title}
      confirm={confirm}
      dangerous={dangerous}
      typedName={typedName}
      busy={busy}
      onConfirm={() => {
        send(request)
      }}
      onClose={onClose}
    >
      {children}
      <WriteCommand request={request} terraform={terraform} />
      <div ref={problem} className="empty:hidden">
        <WriteProblem
          error={error}
          refused={props.refused}
          renderAfterRefusal={props.renderAfterRefusal}
          doubtful={props.doubtful}
          busy={busy}
          onRetry={() => {
            // As the dialog's own button does: the name may no longer be what must be typed.
            problem.current?.closest('dialog')?.querySelector('form')?.requestSubmit()
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
