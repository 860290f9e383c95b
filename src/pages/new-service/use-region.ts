import { useQuery } from '@tanstack/react-query'

import { planPrice, planSpecs, type PlanRegion } from '../../api/project-offer.ts'
import { useApi } from '../../api/use-api.ts'
import { findRegion, type Offer } from './offer.ts'
import type { Fields } from './fields.ts'

/** The chosen plan in the chosen cloud. Requests its price or disk if the list of plans lacks them. */
export const useRegion = (
  project: string,
  { plans }: Offer,
  { serviceType, plan, cloud }: Pick<Fields, 'serviceType' | 'plan' | 'cloud'>,
): PlanRegion | undefined => {
  const api = useApi()
  const region = findRegion(plans, plan, cloud)
  const specs = useQuery({
    ...planSpecs(api, project, serviceType, plan),
    enabled: region !== undefined && region.disk_space_mb === undefined,
  })
  const price = useQuery({
    ...planPrice(api, project, serviceType, plan, cloud),
    enabled: region !== undefined && region.price_usd === undefined,
  })
  return (
    region && {
      ...region,
      disk_space_mb: region.disk_space_mb ?? specs.data?.disk_space_mb,
      disk_space_cap_mb: region.disk_space_cap_mb ?? specs.data?.disk_space_cap_mb,
      disk_space_step_mb: region.disk_space_step_mb ?? specs.data?.disk_space_step_mb,
      price_usd: region.price_usd ?? price.data?.base_price_usd,
      disk_space_gb_price_usd: region.disk_space_gb_price_usd ?? price.data?.extra_disk_price_per_gb_usd,
    }
  )
}
