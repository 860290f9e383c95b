import { useState } from 'react'

import type { Service } from '../../../api/service.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { Button } from '../../../ui/button.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Section } from './section.tsx'
import { useOpenInUrl } from './use-open-in-url.ts'
import { useOffer } from './use-plans.ts'

const CloudMove = onDemand(async () => (await import('./cloud-move.tsx')).CloudMove)

/** Where the service runs, and the move to another cloud. */
export const CloudSection = ({ project, service }: { project: string; service: Service }) => {
  const { cloud_name: cloud, project_vpc_id: vpc } = service
  const { error, busy, retry } = useOffer(project, service)
  const [choosing, setChoosing] = useOpenInUrl('clouds')
  const [saved, setSaved] = useState<Saved>()
  return (
    <Section
      id="cloud"
      title="Cloud and network"
      actions={
        <Button
          aria-expanded={choosing}
          onClick={() => {
            setSaved(undefined)
            setChoosing(!choosing)
          }}
        >
          {choosing ? 'Hide clouds' : 'Change cloud'}
        </Button>
      }
    >
      <p>
        Runs in <b>{service.cloud_description ?? cloud ?? 'a cloud that the API doesn\u2019t name'}</b>
        {cloud !== undefined && ` (${cloud})`}, {vpc === undefined ? 'on the public internet' : `in the VPC ${vpc}`}.
      </p>
      {error && <ApiProblem error={error} what="The clouds couldn’t be loaded." busy={busy} onRetry={retry} />}
      <EditOutcome testId="cloud-saved" saved={saved} onSaved={setSaved} />
      {choosing && (
        <CloudMove
          project={project}
          service={service}
          onChoose={() => {
            setSaved(undefined)
          }}
          onMoved={(moved) => {
            setSaved(moved)
            setChoosing(false)
          }}
        />
      )}
    </Section>
  )
}
