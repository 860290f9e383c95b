import type { ReactNode } from 'react'

import type { Plan } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { formatMegabytes } from '../../../domain/megabytes.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { priceText } from './price-change.tsx'

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{term}</dt>
    <dd className="min-h-5 min-w-0 wrap-anywhere">{children}</dd>
  </>
)

interface PlanFactsProps {
  service: Service
  /** What the plan has in the service's cloud. */
  region: ReturnType<Plan['regions']['get']>
  /** Megabytes over all nodes, where they are known. */
  inUse: number | undefined
  /** US dollars an hour. */
  price: number | undefined
  /** The plans are still being loaded. */
  pending: boolean
}

/** The plan's size and price, one line each, so that nothing below moves when the plans are loaded. */
export const PlanFacts = ({ service, region, inUse, price, pending }: PlanFactsProps) => {
  const { plan, node_count: nodes, disk_space_mb: disk, create_time: created } = service
  const each = [
    ...(region?.node_cpu_count === undefined ? [] : [`${String(region.node_cpu_count)} CPU`]),
    ...(region?.node_memory_mb === undefined ? [] : [`${formatMegabytes(region.node_memory_mb)} of memory`]),
  ].join(', ')
  const once = (known: string | undefined) => known ?? (pending ? <Skeleton /> : 'Unknown')
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <Fact term="Plan">
        <b>{plan ?? 'Unknown'}</b>
        {nodes !== undefined && `, ${formatCount(nodes, 'node')}`}
      </Fact>
      <Fact term="Each node">{once(each === '' ? undefined : each)}</Fact>
      {disk !== undefined && (
        <Fact term="Disk">
          {formatMegabytes(disk)}
          {inUse !== undefined && ` (${formatMegabytes(Math.round(inUse))} in use)`}
        </Fact>
      )}
      <Fact term="Price">
        <span data-testid="price">{once(price === undefined ? undefined : priceText(price))}</span>
      </Fact>
      {created !== undefined && (
        <Fact term="Created">
          <RelativeTime iso={created} withDay />
        </Fact>
      )}
    </dl>
  )
}
