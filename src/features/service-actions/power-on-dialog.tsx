import { powerOn } from '../../api/service-update.ts'
import { dataWhileOff } from '../../domain/catalog.ts'
import { WriteDialog } from '../writes/write-dialog.tsx'
import { addressOf, type ActionProps } from './action.ts'
import { isolated } from '../../lib/isolated.ts'

/** Powers on the service. */
export const PowerOnDialog = ({ project, service, onSend, onDone, onClose }: ActionProps) => {
  const { service_name: name } = service
  return (
    <WriteDialog
      title={`Power on ${isolated(name)}?`}
      confirm="Power on"
      request={powerOn(addressOf({ project, service }))}
      terraform="Terraform has no attribute for power. Its next update of this service powers it on."
      refused="The service wasn’t powered on. Nothing has changed."
      doubtful={`Unknown whether ${isolated(name)} was powered on. It’s safe to try again.`}
      onSend={onSend}
      onDone={() => {
        onDone(`Aiven accepted the power-on of ${isolated(name)}.`)
      }}
      onClose={onClose}
    >
      <p>
        Aiven makes new machines, which takes minutes; this page updates automatically.{' '}
        {dataWhileOff(service.service_type) === 'lost'
          ? 'Classic topics come back empty.'
          : 'The data is restored from backups, if there are any.'}
      </p>
    </WriteDialog>
  )
}
