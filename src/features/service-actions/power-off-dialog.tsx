import { useState } from 'react'

import { statusOf } from '../../api/errors.ts'
import { powerOff } from '../../api/service-update.ts'
import { dataWhileOff, DELETED_AFTER_DAYS_OFF, type DataWhileOff } from '../../domain/catalog.ts'
import { Button } from '../../ui/button.tsx'
import { Note, Warning } from '../../ui/notice.tsx'
import { WriteDialog } from '../writes/write-dialog.tsx'
import { addressOf, type ActionProps } from './action.ts'
import { isolated } from '../../lib/isolated.ts'

const DATA: Readonly<Record<DataWhileOff, string>> = {
  restored: 'Powering on restores the data from its backups and replays the changes since.',
  lost: 'The data of all classic topics is lost. This can\u2019t be undone.',
  unknown: 'Powering on restores the last backup, if the plan has backups. Changes since then may be lost.',
}

/** Statuses that may mean a refused clean power off: the API's document doesn't say which. A missing permission isn't one. */
const CLEAN_REFUSED: ReadonlySet<number> = new Set([400, 409])

/** Powers off the service. The API is asked to refuse if that would lose changes; only after that can the user accept the loss. */
export const PowerOffDialog = ({ project, service, onSend, onDone, onClose }: ActionProps) => {
  const { service_name: name, service_type: type } = service
  const [clean, setClean] = useState(true)
  const data = dataWhileOff(type)
  return (
    <WriteDialog
      // Another request: the earlier refusal no longer applies.
      key={String(clean)}
      title={`Power off ${isolated(name)}?`}
      confirm={clean ? 'Power off' : 'Power off anyway'}
      dangerous
      request={powerOff(addressOf({ project, service }), clean)}
      typedName={data === 'lost' ? name : undefined}
      terraform="Terraform has no attribute for power. Its next update of this service powers it on."
      refused="The service wasn’t powered off. Nothing has changed."
      renderAfterRefusal={(error) =>
        clean &&
        CLEAN_REFUSED.has(statusOf(error) ?? 0) && (
          <Note testId="unclean-offer">
            <p>
              This console asked for a clean power-off. If changes that aren&rsquo;t backed up yet are the reason, wait
              a few minutes and retry, or give them up.
            </p>
            <Button
              onClick={() => {
                setClean(false)
              }}
            >
              Power off without them
            </Button>
          </Note>
        )
      }
      doubtful={`Unknown whether ${isolated(name)} was powered off. Its state is read again: close this dialog to see it.`}
      onSend={onSend}
      onDone={() => {
        onDone(`Aiven accepted the power-off of ${isolated(name)}.`)
      }}
      onClose={onClose}
    >
      {!clean && (
        <Warning testId="unclean">
          Changes that aren&rsquo;t backed up yet are lost. This can&rsquo;t be undone.
        </Warning>
      )}
      <ul className="list-disc space-y-1 pl-5">
        <li>Aiven removes the service&rsquo;s machines. Clients can&rsquo;t connect until you power it on.</li>
        <li data-testid={`data-${data}`} className={data === 'lost' ? 'font-semibold text-bad' : ''}>
          {DATA[data]}
        </li>
        <li>Aiven deletes a service that stays off for {DELETED_AFTER_DAYS_OFF} days.</li>
        <li>If Terraform manages the service, its next update powers it on.</li>
      </ul>
    </WriteDialog>
  )
}
