import { useFormContext, useWatch } from 'react-hook-form'

import type { PlanRegion } from '../../api/project-offer.ts'
import { serviceVerdict } from '../../domain/verdict.ts'
import { RequirementMark } from '../../features/evidence/requirement-mark.tsx'
import { typeName } from '../../features/services/service-type.tsx'
import { formatHourly, formatMonthly } from '../../domain/price.ts'
import { cloudShort, hourlyPrice, type Offer } from './offer.ts'
import type { Fields } from './fields.ts'

interface SummaryProps {
  offer: Offer
  region: PlanRegion | undefined
}

/** What will be created, and what it costs. */
export const Summary = ({ offer, region }: SummaryProps) => {
  const { control } = useFormContext<Fields>()
  const { serviceType, cloud, plan, name, version, disk } = useWatch({ control }) as Fields
  const usd = hourlyPrice(region, disk)
  const rows = [
    ['Service', name],
    ['Type', serviceType && `${typeName(serviceType)} ${version}`],
    ['Cloud', cloud && cloudShort(offer.clouds, cloud)],
    ['Plan', plan],
  ] as const
  return (
    <aside
      aria-labelledby="summary"
      className="space-y-3 rounded-lg border border-border bg-surface p-4 lg:sticky lg:top-6"
    >
      <h2 id="summary" className="text-base font-semibold">
        Summary
      </h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {rows.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="wrap-anywhere">{value === '' ? 'Not chosen yet' : value}</dd>
          </div>
        ))}
        {serviceType !== '' && (
          <div className="contents">
            <dt className="text-muted">CA certificate</dt>
            <dd>
              <RequirementMark mark={serviceVerdict({ service_type: serviceType, components: [] }).mark} />
            </dd>
          </div>
        )}
      </dl>
      <div data-testid="price" className="border-t border-border pt-3">
        {usd === undefined ? (
          <p className="text-muted">
            {cloud === '' || plan === ''
              ? 'Select a cloud and a plan to see the price.'
              : 'The API gives no price yet.'}
          </p>
        ) : (
          <>
            <p className="text-xl font-semibold">{formatMonthly(usd)}</p>
            <p className="text-muted">{formatHourly(usd)}, times 730 hours. US dollars, before taxes and credits.</p>
          </>
        )}
      </div>
    </aside>
  )
}
