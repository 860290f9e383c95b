import { useState } from 'react'

import type { Service } from '../../../api/service.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { Section } from './section.tsx'

const ProtectionDialog = onDemand(
  async () => (await import('../../../features/service-actions/protection-dialog.tsx')).ProtectionDialog,
)

const noAction = () => undefined

/** Whether the service may be powered off and deleted. */
export const ProtectionSection = ({ project, service }: { project: string; service: Service }) => {
  const { termination_protection: isOn } = service
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  // The service as it was when the dialog opened: it changes while the dialog shows the result.
  const [opened, setOpened] = useState(service)
  return (
    <Section
      id="protection"
      title="Termination protection"
      intro="While it is on, nobody can power off or delete the service."
    >
      <div className="flex flex-wrap items-center gap-3">
        {isOn === undefined ? (
          <Badge tone="unknown" icon="question">
            Unknown
          </Badge>
        ) : (
          <Badge tone={isOn ? 'ok' : 'optional'} icon={isOn ? 'shield' : 'circle'}>
            {isOn ? 'On' : 'Off'}
          </Badge>
        )}
        <Button
          onClick={() => {
            setSaid(undefined)
            setOpened(service)
            setAsking(true)
          }}
        >
          {isOn === true ? 'Turn off' : 'Turn on'}
        </Button>
        <Outcome testId="protection-saved">{said}</Outcome>
      </div>
      {asking && (
        <ProtectionDialog
          project={project}
          service={opened}
          onAction={noAction}
          onSend={noAction}
          onDone={(outcome) => {
            setSaid(outcome)
            setAsking(false)
          }}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </Section>
  )
}
