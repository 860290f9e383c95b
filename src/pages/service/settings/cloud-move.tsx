import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { projectVpcs } from '../../../api/project-offer.ts'
import type { Edit } from '../../../api/service-edit.ts'
import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'
import { hourlyPriceOf } from '../../../domain/plan-change.ts'
import type { Saved } from '../../../features/writes/edit-outcome.tsx'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox/combobox.tsx'
import { Problem } from '../../../ui/notice.tsx'
import { Select } from '../../../ui/select.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { PriceChange } from './price-change.tsx'
import { regionOf, useOffer } from './use-plans.ts'
import { isolated } from '../../../lib/isolated.ts'

const PUBLIC = { value: '', label: 'Public internet' }

interface CloudMoveProps {
  project: string
  service: Service
  /** Another cloud was chosen: what was said of the last move is old. */
  onChoose: () => void
  onMoved: (saved: Saved) => void
}

/** The choice of another cloud and its network, and the question before the service is moved there. */
export const CloudMove = ({ project, service, onChoose, onMoved }: CloudMoveProps) => {
  const { service_name: name, plan, cloud_name: cloud, project_vpc_id: vpc } = service
  const { plans, clouds, error } = useOffer(project, service)
  const { data: vpcs } = useQuery(projectVpcs(useApi(), project))
  const [target, setTarget] = useState('')
  const [network, setNetwork] = useState('')
  const [asking, setAsking] = useState(false)
  const networks = (vpcs?.items ?? []).filter(({ cloud_name, state }) => cloud_name === target && state === 'ACTIVE')
  const targetRegion = regionOf(plans, plan, target)
  const isPlanKnown = plans?.some(({ service_plan }) => service_plan === plan) === true
  const lacksPlan = target !== '' && isPlanKnown && !targetRegion
  const edits: readonly Edit[] = [
    { path: ['cloud_name'], before: cloud, after: target },
    // If there is a choice, always send it: the API's default may change.
    ...(networks.length > 0 || vpc !== undefined
      ? [{ path: ['project_vpc_id'] as const, before: vpc, after: network === '' ? undefined : network }]
      : []),
  ]
  return (
    <>
      {!clouds && !error && <RowsSkeleton />}
      {clouds && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-full max-w-sm min-w-0">
            <Combobox
              label="Move to another cloud"
              placeholder="Search clouds"
              value={target}
              options={clouds
                .filter(({ cloud_name }) => cloud_name !== cloud)
                .map(({ cloud_name, cloud_description }) => ({
                  value: cloud_name,
                  label: cloud_description ?? cloud_name,
                  hint:
                    isPlanKnown && !regionOf(plans, plan, cloud_name)
                      ? `${cloud_name}: lacks the plan ${plan ?? ''}`
                      : cloud_name,
                }))}
              onChange={(value) => {
                onChoose()
                setNetwork('')
                setTarget(value)
              }}
            />
          </div>
          {networks.length > 0 && (
            <Select
              label="Network"
              value={network}
              options={[
                PUBLIC,
                ...networks.map(({ project_vpc_id, network_cidr = '' }) => ({
                  value: project_vpc_id,
                  label: `VPC ${network_cidr} (${project_vpc_id})`,
                })),
              ]}
              onChange={setNetwork}
            />
          )}
          <Button
            aria-disabled={target === '' || lacksPlan}
            onClick={() => {
              if (target !== '' && !lacksPlan) setAsking(true)
            }}
          >
            Migrate
          </Button>
        </div>
      )}
      {lacksPlan && (
        <Problem testId="lacks-plan">That cloud doesn&rsquo;t have the plan {plan}. Change the plan first.</Problem>
      )}
      {asking && (
        <WriteDialog
          title={`Move ${isolated(name)} to ${target}?`}
          confirm="Migrate"
          request={editService({ project, service: name }, service, edits)}
          terraform="With Terraform: cloud_name and project_vpc_id. Its next apply puts back what its configuration says."
          refused="The service wasn’t moved."
          doubtful="Unknown whether the move has begun. Look at the service before you try again."
          onDone={(result) => {
            onMoved({ message: 'Aiven accepted the move.', edits, result })
          }}
          onClose={() => {
            setAsking(false)
          }}
        >
          <PriceChange
            before={hourlyPriceOf(regionOf(plans, plan, cloud), service.disk_space_mb)}
            after={hourlyPriceOf(targetRegion, service.disk_space_mb)}
          />
          <p>
            The service URI and the credentials stay; the addresses behind the host name change. Aiven builds nodes in
            the new cloud, copies the data, and moves the service there. Connections break for a moment: 5 to 10 seconds
            with PostgreSQL and MySQL. Pending maintenance is installed too.
          </p>
          <p>Backups made so far stay in the old cloud&rsquo;s region.</p>
        </WriteDialog>
      )}
    </>
  )
}
