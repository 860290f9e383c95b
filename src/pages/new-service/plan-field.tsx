import { useFormContext, useWatch } from 'react-hook-form'

import type { Plan, PlanRegion } from '../../api/project-offer.ts'
import { formatHourly, formatMonthly } from '../../domain/price.ts'
import { formatCount } from '../../lib/format-number.ts'
import { CardField } from '../../ui/form/card-field.tsx'
import { cloudShort, inOrder, isProduction, type Offer } from './offer.ts'
import type { Fields } from './fields.ts'
import { formatMegabytes } from '../../domain/megabytes.ts'

/** Number of clouds that are named; the rest are counted. */
const NAMED = 4

const elsewhere = ({ regions }: Plan, offer: Offer): string => {
  const names = [...regions.keys()].map((cloud) => cloudShort(offer.clouds, cloud))
  if (names.length === 0) return 'Not available in any cloud.'
  const rest = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : ''
  return `Not in this cloud. Available in: ${names.slice(0, NAMED).join(', ')}${rest}.`
}

const backupsOf = ({ backup_config: backups }: Plan): string | undefined => {
  if (backups?.max_count === undefined) return undefined
  return backups.max_count === 0 ? 'no backups' : `keeps ${formatCount(backups.max_count, 'backup')}`
}

/** What a plan has, as far as the API says. */
const specs = (plan: Plan, { node_cpu_count, node_memory_mb, disk_space_mb }: PlanRegion): string => {
  const machine = [
    node_cpu_count !== undefined && formatCount(node_cpu_count, 'CPU'),
    node_memory_mb !== undefined && `${formatMegabytes(node_memory_mb)} memory`,
  ].filter((part) => typeof part === 'string')
  const { node_count: nodes } = plan
  const each = nodes !== undefined && nodes > 1 && machine.length > 0 ? ' each' : ''
  return [
    nodes !== undefined && formatCount(nodes, 'node'),
    machine.length > 0 && `${machine.join(' and ')}${each}`,
    disk_space_mb !== undefined && `${formatMegabytes(disk_space_mb)} disk${nodes === 1 ? '' : ' in all'}`,
    backupsOf(plan),
  ]
    .filter((part) => typeof part === 'string')
    .join(', ')
}

const Price = ({ usd }: { usd: number | undefined }) => (
  <span className="text-xs text-muted">
    {usd === undefined ? 'Price: see the summary' : `${formatHourly(usd)}, ${formatMonthly(usd)}`}
  </span>
)

/** The plans of the type: size, price in this cloud, and which clouds have the others. */
export const PlanField = ({ offer }: { offer: Offer }) => {
  const { control, setValue, formState } = useFormContext<Fields>()
  const cloud = useWatch({ control, name: 'cloud' })
  const isProtectionChosen = formState.dirtyFields.protection === true
  const { plans = [] } = offer
  return (
    <CardField
      name="plan"
      label="Plan"
      onChosen={(plan) => {
        setValue('disk', '')
        if (!isProtectionChosen) setValue('protection', isProduction(plan))
      }}
      cards={inOrder(plans, cloud).map((plan) => {
        const region = plan.regions.get(cloud)
        return {
          value: plan.service_plan,
          label: plan.service_plan,
          disabled: region === undefined,
          detail: region ? specs(plan, region) : elsewhere(plan, offer),
          aside: region && <Price usd={region.price_usd} />,
        }
      })}
    />
  )
}
