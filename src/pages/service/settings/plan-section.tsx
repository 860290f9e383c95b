import { useState } from 'react'

import type { Plan } from '../../../api/project-offer.ts'
import type { Edit } from '../../../api/service-edit.ts'
import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { diskSizes, hourlyPriceOf } from '../../../domain/plan-change.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { formatMegabytes } from '../../../domain/megabytes.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { PlanTable } from './plan-table.tsx'
import { PriceChange } from './price-change.tsx'
import { Section } from './section.tsx'
import { useOpenInUrl } from './use-open-in-url.ts'
import { regionOf, useDiskInUse, useOffer } from './use-plans.ts'

/** What is about to be changed. */
type PlanChange = { readonly plan: Plan } | { readonly diskMb: number }

const Rebuilds = ({ service }: { service: Service }) => {
  const waiting = service.maintenance.updates.length
  return (
    <p>
      Aiven builds new nodes, copies the data and moves the service there; connections break for a moment. This also
      installs pending maintenance
      {waiting === 0 ? ': none that the API names.' : `: ${formatCount(waiting, 'update')}.`}
    </p>
  )
}

/** The plan, what it has and costs, and the way to another one or to more disk. */
export const PlanSection = ({ project, service }: { project: string; service: Service }) => {
  const { service_name: name, plan, cloud_name: cloud, disk_space_mb: disk } = service
  const { plans, clouds, error, busy, retry } = useOffer(project, service)
  const pending = !plans && !error
  const inUse = useDiskInUse(project, service)
  const [choosing, setChoosing] = useOpenInUrl('plans')
  const [planChange, setPlanChange] = useState<PlanChange>()
  const [saved, setSaved] = useState<Saved>()
  const region = regionOf(plans, plan, cloud)
  const price = hourlyPriceOf(region, disk)
  const sizes = region ? diskSizes(region).filter((size) => size !== disk) : []
  const target = planChange && 'plan' in planChange ? planChange.plan.regions.get(cloud ?? '') : region
  const after = planChange && 'diskMb' in planChange ? hourlyPriceOf(region, planChange.diskMb) : target?.price_usd
  const editOf = (of: PlanChange): Edit =>
    'plan' in of
      ? { path: ['plan'], before: plan, after: of.plan.service_plan }
      : { path: ['disk_space_mb'], before: disk, after: of.diskMb }
  const close = () => {
    setPlanChange(undefined)
  }
  return (
    <Section
      id="plan"
      title="Service plan"
      actions={
        <Button
          aria-expanded={choosing}
          onClick={() => {
            setSaved(undefined)
            setChoosing(!choosing)
          }}
        >
          {choosing ? 'Hide plans' : 'Change plan'}
        </Button>
      }
    >
      <PlanFacts service={service} region={region} inUse={inUse} price={price} pending={pending} />
      {error && <ApiProblem error={error} what="The plans couldn’t be loaded." busy={busy} onRetry={retry} />}
      <EditOutcome testId="plan-saved" saved={saved} onSaved={setSaved} />
      {choosing && !error && !plans && <RowsSkeleton />}
      {choosing && plans && (
        <PlanTable
          service={service}
          plans={plans}
          clouds={clouds ?? []}
          inUse={inUse}
          price={price}
          onChoose={(chosen) => {
            setPlanChange({ plan: chosen })
          }}
        />
      )}
      {(sizes.length > 0 || (pending && disk !== undefined)) && (
        <div className={pending ? 'invisible' : undefined}>
          <Select
            label="Change the disk to"
            placeholder="Choose a size"
            value=""
            options={sizes.map((size) => ({ value: String(size), label: formatMegabytes(size) }))}
            onChange={(value) => {
              setSaved(undefined)
              setPlanChange({ diskMb: Number(value) })
            }}
          />
        </div>
      )}
      {planChange && (
        <WriteDialog
          title={
            'plan' in planChange
              ? `Change ${name} to ${planChange.plan.service_plan}?`
              : `Change the disk of ${name} to ${formatMegabytes(planChange.diskMb)}?`
          }
          confirm={'plan' in planChange ? 'Change plan' : 'Change disk'}
          request={editService({ project, service: name }, service, [editOf(planChange)])}
          terraform={`With Terraform: ${'plan' in planChange ? 'plan' : 'additional_disk_space'}. Its next apply puts back what its configuration says.`}
          refused={'plan' in planChange ? 'The plan wasn’t changed.' : 'The disk wasn’t changed.'}
          doubtful="Unknown whether it was changed. Look at the service before you try again."
          onDone={(result) => {
            setSaved({ message: 'Aiven accepted the change.', edits: [editOf(planChange)], result })
            setChoosing(false)
            close()
          }}
          onClose={close}
        >
          <PriceChange before={price} after={after} />
          {'plan' in planChange ? (
            <>
              <Rebuilds service={service} />
              {target?.disk_space_mb !== undefined && disk !== undefined && (
                <p>
                  Disk: {formatMegabytes(target.disk_space_mb)} come with the plan; now it is {formatMegabytes(disk)}.
                </p>
              )}
              {inUse === undefined && <p>Disk usage is unknown. Aiven rejects a size that’s too small.</p>}
            </>
          ) : (
            <p>Aiven may move the service to new nodes for it.</p>
          )}
        </WriteDialog>
      )}
    </Section>
  )
}
