import { useState, type ReactNode } from 'react'

import type { ServiceWrite } from '../../api/service-write.ts'
import type { UserAddress } from '../../api/user.ts'
import { Button } from '../../ui/button.tsx'
import { onDemand } from '../../ui/on-demand.tsx'
import { Outcome } from '../../ui/outcome.tsx'

const WriteDialog = onDemand(async () => (await import('../writes/write-dialog.tsx')).WriteDialog)

interface UserWriteProps {
  user: UserAddress
  /** The word on the button that opens the dialog. */
  label: string
  title: string
  confirm: string
  dangerous?: boolean
  request: (user: UserAddress) => ServiceWrite
  /** Message after success. */
  done: string
  /** Shows the message if the button may be gone by then; by default it appears below the button. */
  onDone?: ((message: string) => void) | undefined
  /** Message if the API refused: nothing has changed. */
  refused: string
  /** Message if it isn't known whether the change was made. */
  doubtful: string
  /** What the change means, explained before it is made. */
  children: ReactNode
}

/** A button that changes a service user: explains the change, asks for confirmation and shows the result. */
export const UserWrite = ({ user, label, request, done, onDone, ...dialog }: UserWriteProps) => {
  const [asking, setAsking] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const close = () => {
    setAsking(false)
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        aria-label={`${label} ${dialog.dangerous ? 'of' : 'the renewal of'} ${user.username}`}
        onClick={() => {
          setIsDone(false)
          setAsking(true)
        }}
      >
        {label}
      </Button>
      <Outcome>{isDone && !onDone && done}</Outcome>
      {asking && (
        <WriteDialog
          {...dialog}
          request={request(user)}
          onClose={close}
          onDone={() => {
            close()
            setIsDone(true)
            onDone?.(done)
          }}
        />
      )}
    </div>
  )
}
