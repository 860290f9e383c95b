import { setTerminationProtection } from '../../api/service-update.ts'
import { WriteDialog } from '../writes/write-dialog.tsx'
import { addressOf, type ActionProps } from './action.ts'
import { isolated } from '../../lib/isolated.ts'

/** The switch of the termination protection. */
export const ProtectionDialog = ({ project, service, onSend, onDone, onClose }: ActionProps) => {
  const { service_name: name, termination_protection: isOn } = service
  const turnOn = isOn !== true
  const word = turnOn ? 'on' : 'off'
  return (
    <WriteDialog
      title={`Turn ${word} termination protection of ${isolated(name)}?`}
      confirm={`Turn ${word} protection`}
      dangerous={!turnOn}
      request={setTerminationProtection(addressOf({ project, service }), turnOn)}
      terraform={`With Terraform: termination_protection = ${String(turnOn)}. Terraform\u2019s next update sends what its configuration says.`}
      refused="The termination protection wasn’t changed."
      doubtful="Unknown whether the termination protection was changed. It’s safe to try again."
      onSend={onSend}
      onDone={() => {
        onDone(`Termination protection of ${isolated(name)} turned ${word}.`)
      }}
      onClose={onClose}
    >
      {isOn === undefined && <p>The API doesn&rsquo;t say whether it is on.</p>}
      <p>
        {turnOn
          ? 'While it is on, nobody can power off or delete the service: not here, not with avn, not with Terraform.'
          : 'Anyone who can change the service can then power it off or delete it.'}
      </p>
    </WriteDialog>
  )
}
