import type { Cloud, Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { fitsDisk } from '../../../domain/plan-change.ts'
import { formatMegabytes } from '../../../domain/megabytes.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { priceDifference, priceText } from './price-change.tsx'

interface PlanTableProps {
  service: Service
  plans: readonly Plan[]
  clouds: readonly Cloud[]
  /** Megabytes over all nodes, where they are known. */
  inUse: number | undefined
  /** US dollars an hour. */
  price: number | undefined
  onChoose: (plan: Plan) => void
}

interface Row {
  readonly plan: Plan
  readonly region: ReturnType<Plan['regions']['get']>
  /** Why it can't be chosen. */
  readonly reason: string | undefined
}

const NAMED = 3

/** The clouds that have a plan, in words. */
const elsewhere = ({ regions }: Plan, clouds: readonly Cloud[]): string => {
  const names = [...regions.keys()].map(
    (name) => clouds.find(({ cloud_name }) => cloud_name === name)?.cloud_description ?? name,
  )
  const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : ''
  return `Not in this cloud. Available in ${names.slice(0, NAMED).join('; ')}${more}.`
}

const rowOf = (plan: Plan, { service, clouds, inUse }: PlanTableProps): Row => {
  const region = plan.regions.get(service.cloud_name ?? '')
  const reason = () => {
    if (plan.service_plan === service.plan) return 'The current plan'
    if (!region) return elsewhere(plan, clouds)
    if (fitsDisk(inUse, region.disk_space_mb) !== false) return undefined
    return `Too small: ${formatMegabytes(Math.round(inUse ?? 0))} are in use, and 25% more must fit.`
  }
  return { plan, region, reason: reason() }
}

const columnsFor = ({ service, price, onChoose }: PlanTableProps): readonly Column<Row>[] => [
  { id: 'plan', header: 'Plan', weight: 12, cell: ({ plan }) => plan.service_plan },
  {
    id: 'nodes',
    header: 'Nodes',
    weight: 14,
    stacked: 'line',
    cell: ({ plan: { node_count: nodes }, region }) => (
      <>
        {nodes === undefined ? 'Nodes unknown' : `${String(nodes)} × `}
        {region?.node_cpu_count !== undefined && `${String(region.node_cpu_count)} CPU, `}
        {region?.node_memory_mb !== undefined && formatMegabytes(region.node_memory_mb)}
        {nodes !== undefined && service.node_count !== undefined && nodes < service.node_count && (
          <span className="block text-xs text-required">Fewer nodes: documented only for ClickHouse.</span>
        )}
      </>
    ),
  },
  {
    id: 'disk',
    header: 'Disk',
    weight: 8,
    stacked: 'labelled',
    cell: ({ region }) => (region?.disk_space_mb === undefined ? 'Unknown' : formatMegabytes(region.disk_space_mb)),
  },
  {
    id: 'price',
    header: 'Price',
    weight: 16,
    stacked: 'line',
    cell: ({ plan, region }) => (
      <>
        {region ? priceText(region.price_usd) : ''}
        {plan.service_plan !== service.plan && (
          <span className="block text-xs text-muted">{priceDifference(price, region?.price_usd)}</span>
        )}
      </>
    ),
  },
  {
    id: 'choose',
    header: 'Change',
    weight: 16,
    stacked: 'line',
    cell: ({ plan, reason }) => (
      <>
        <Button
          aria-disabled={reason !== undefined}
          aria-label={`Choose ${plan.service_plan}`}
          onClick={() => {
            if (reason === undefined) onChoose(plan)
          }}
        >
          Choose
        </Button>
        {reason !== undefined && <span className="block text-xs text-muted">{reason}</span>}
      </>
    ),
  },
]

/** The plans of the service's type, the cheapest first; those that can't be had say why. */
export const PlanTable = (props: PlanTableProps) => {
  const rank = ({ region }: Row) => region?.price_usd ?? Infinity
  const rows = props.plans
    .map((plan) => rowOf(plan, props))
    .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
  return (
    <DataTable
      label="Plans"
      columns={columnsFor(props)}
      rows={rows}
      keyOf={({ plan: { service_plan } }) => service_plan}
      empty={<p className="text-muted">The API lists no plans for this type.</p>}
    />
  )
}
