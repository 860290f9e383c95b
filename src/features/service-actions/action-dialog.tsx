import { useState, type ReactNode } from 'react'

import type { Service } from '../../api/service.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { stateWord } from '../services/service-status.tsx'
import type { Action, ActionProps } from './action.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { PowerOffDialog } from './power-off-dialog.tsx'
import { PowerOnDialog } from './power-on-dialog.tsx'
import { ProtectionDialog } from './protection-dialog.tsx'

const DIALOGS: Readonly<Record<Action, (props: ActionProps) => ReactNode>> = {
  'power-off': PowerOffDialog,
  'power-on': PowerOnDialog,
  'termination-protection': ProtectionDialog,
  delete: DeleteDialog,
}

/** Says that termination protection prevents the action, and links to the switch. */
const ProtectedDialog = ({ service, onAction, onClose }: ActionProps) => (
  <Dialog title={`${service.service_name} is protected`} onClose={onClose}>
    <div data-testid="protected" className="space-y-3 wrap-anywhere">
      <p>Termination protection is on: the service can&rsquo;t be powered off or deleted. Turn it off first.</p>
      <Button
        onClick={() => {
          onAction('termination-protection')
        }}
      >
        Termination protection
      </Button>
    </div>
  </Dialog>
)

/** The linked action has already been done. */
const NothingToDo = ({ service, onClose }: ActionProps) => (
  <Dialog title={service.service_name} onClose={onClose}>
    <p data-testid="nothing-to-do">
      Nothing to do. The service&rsquo;s state is: <b>{stateWord(service.state)}</b>.
    </p>
  </Dialog>
)

/** An unknown state isn't called "on". */
const ON: ReadonlySet<string> = new Set(['RUNNING', 'REBUILDING', 'REBALANCING'])

const ShownDialog = ({ action, ...props }: ActionProps & { action: Action }) => {
  const { state, termination_protection: isProtected } = props.service
  if (action === 'power-off' && state === 'POWEROFF') return <NothingToDo {...props} />
  if (action === 'power-on' && ON.has(state ?? '')) return <NothingToDo {...props} />
  if ((action === 'power-off' || action === 'delete') && isProtected === true) return <ProtectedDialog {...props} />
  const Asked = DIALOGS[action]
  return <Asked {...props} />
}

interface ActionDialogProps extends Omit<ActionProps, 'onSend'> {
  action: Action
}

/** The dialog of an action. Once the change is sent, it keeps showing the service as it was then. */
export const ActionDialog = ({ service, ...props }: ActionDialogProps) => {
  const [sent, setSent] = useState<Service>()
  return (
    <ShownDialog
      {...props}
      service={sent ?? service}
      onSend={() => {
        setSent(sent ?? service)
      }}
    />
  )
}
